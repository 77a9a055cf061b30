import type { Weighted } from '../random.js';
import type { Session } from '../session.js';

/** Waits until the editor's picture is the truth; fails when it does not become so. */
export type AwaitTruth = () => Promise<void>;

/** Something that a person, a program or misfortune does. */
export interface Action extends Weighted {
  readonly name: string;
  /** Whether it ends the server, whose memory is measured from some step on. */
  readonly endsServer?: boolean;
  /** @returns To what it was done, for the list of the last actions. */
  readonly perform: (session: Session, awaitTruth: AwaitTruth) => Promise<string>;
}

/** An action on a file that may not be there any more. */
export function gone(path: string): string {
  return `${path} (is not there)`;
}
