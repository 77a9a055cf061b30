import type { OutputLine } from './message.js';
import { parseJsonLine } from './parse-json-line.js';
import { parseSummary, parseTextLine } from './parse-text-line.js';

/** What one line of mypy's output is, without its line break. Never throws. */
export function parseLine(line: string): OutputLine {
  const record = parseJsonLine(line);
  if (record !== undefined) return { kind: 'message', message: record, format: 'json' };
  const summary = parseSummary(line);
  if (summary !== undefined) return { kind: 'summary', summary };
  const message = parseTextLine(line);
  if (message !== undefined) return { kind: 'message', message, format: 'text' };
  return { kind: 'noise' };
}
