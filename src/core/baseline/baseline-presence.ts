/** Which baseline errors are compared with: the committed one where there is one. */
export type BaselinePresence = 'absent' | 'uncommitted' | 'committed' | 'unusable';
