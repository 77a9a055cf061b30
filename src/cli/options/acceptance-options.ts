import { type Command, InvalidArgumentError } from 'commander';
import type { Acceptance } from '../../core/baseline/baseline.js';

/** In which words errors are accepted. */
export interface AcceptanceOptions {
  readonly reason?: string;
  readonly expires?: string;
}

export function withAcceptanceOptions(command: Command): Command {
  return command
    .option('--reason <text>', 'why the new errors are accepted')
    .option('--expires <date>', 'the last day on which that holds, 2026-12-31', parseDate);
}

/** The acceptance that the options describe; without a field where none was given. */
export function toAcceptance({ reason, expires }: AcceptanceOptions): Acceptance {
  return {
    ...(reason !== undefined && { reason }),
    ...(expires !== undefined && { expires }),
  };
}

function parseDate(word: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(word) ? Date.parse(word) : Number.NaN;
  // JavaScript takes 30 February for 2 March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(word)) return word;
  throw new InvalidArgumentError('A date is written 2026-12-31.');
}
