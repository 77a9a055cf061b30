import type { Command } from 'commander';
import type { MypyError } from '../../core/error/mypy-error.js';
import { toPlace } from '../../core/path/place.js';
import { collect } from './collect.js';

/** Which errors a command is about; all of them where nothing is named. */
export interface SelectionOptions {
  readonly path: readonly string[];
  readonly code: readonly string[];
}

/** @param verb What the command does with them: `accept`. */
export function withSelectionOptions(command: Command, verb: string): Command {
  return command
    .option('--path <path>', `${verb} in this file or folder only; may be given again`, collect, [])
    .option('--code <code>', `${verb} this error code only; may be given again`, collect, []);
}

/** Tells the errors that are meant. */
export function createSelection({ path, code }: SelectionOptions): (error: MypyError) => boolean {
  const places = path.map(toPlace);
  return (error) => {
    const isInside =
      places.length === 0 ||
      places.some((place) => error.path === place || error.path.startsWith(`${place}/`));
    return isInside && (code.length === 0 || code.includes(error.code));
  };
}
