import type { CodeBase } from './code-bases.js';
import type { Contestant } from './contestant.js';

/** How many saves follow each other before the first is answered. */
const RAPID_SAVES = 5;

/** One kind of save. */
export interface RowKind {
  readonly name: string;
  readonly describe: string;
  /** Milliseconds; undefined where it is no other row than `unchanged`. */
  readonly measure: (contestant: Contestant, codeBase: CodeBase) => Promise<number | undefined>;
}

/** In the order in which they are measured: the last one drops the caches. */
export const ROW_KINDS: readonly RowKind[] = [
  {
    name: 'unchanged',
    describe: 'nothing changed, checked again',
    measure: (contestant) => contestant.checkAgain(),
  },
  {
    name: 'sameBytes',
    describe: 'a save that changed no byte',
    measure: (contestant, { leaf }) => contestant.saveSameBytes(leaf),
  },
  {
    name: 'leaf',
    describe: 'edit of a file that nothing imports',
    measure: (contestant, { leaf }) => contestant.save(leaf, 1),
  },
  {
    name: 'rapid5',
    describe: `${RAPID_SAVES} such saves in a row`,
    measure: (contestant, { leaf }) => contestant.save(leaf, RAPID_SAVES),
  },
  {
    name: 'coreBody',
    describe: 'edit of a body in a file that many import',
    measure: (contestant, { coreBody }) => contestant.save(coreBody, 1),
  },
  {
    name: 'coreInterface',
    describe: 'a new function in such a file',
    measure: (contestant, { coreInterface }) => contestant.save(coreInterface, 1),
  },
  { name: 'cold', describe: 'nothing cached', measure: (contestant) => contestant.checkCold() },
];
