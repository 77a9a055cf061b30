import type { Baseline, BaselineEntry, BaselineEnvironment } from './baseline.js';
import { compareEntries } from './byte-order.js';

/** The version of the file format that this code writes, and the highest that it reads. */
export const FORMAT_VERSION = 1;
/** The header's `format` field: what tells a baseline from any other JSON Lines file. */
export const FORMAT_NAME = 'mypy-ratchet-baseline';

/** The header line, without a line end. */
export function serialiseHeader(environment: BaselineEnvironment): string {
  return JSON.stringify({
    format: FORMAT_NAME,
    version: FORMAT_VERSION,
    mypy: environment.mypy,
    python: environment.python,
    platform: environment.platform,
    config: environment.config,
    targets: environment.targets,
  });
}

/** One entry's line, without a line end. */
export function serialiseEntry(entry: BaselineEntry): string {
  const row: unknown[] = [entry.path, entry.code, entry.scope, entry.message, entry.text];
  const { reason, expires } = entry.acceptance ?? {};
  if (reason !== undefined || expires !== undefined) row.push({ reason, expires });
  return JSON.stringify(row);
}

/** The whole file: header, then one line an entry, sorted bytewise, each ended by LF. */
export function serialiseBaseline(baseline: Baseline): string {
  const lines = baseline.entries.toSorted(compareEntries).map(serialiseEntry);
  return `${[serialiseHeader(baseline.environment), ...lines].join('\n')}\n`;
}
