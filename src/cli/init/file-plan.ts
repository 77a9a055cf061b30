/** What setting up a project does to one file. Paths are relative to the repository's root. */
export type FilePlan =
  | { readonly kind: 'create'; readonly path: string; readonly content: string }
  /** The present text with something added; nothing of it goes. */
  | { readonly kind: 'change'; readonly path: string; readonly content: string }
  /** All that we would add is there. */
  | { readonly kind: 'unchanged'; readonly path: string }
  /** A person has to do it; `why` is a sentence without a full stop. */
  | { readonly kind: 'conflict'; readonly path: string; readonly why: string };
