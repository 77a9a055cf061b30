import type { CheckRun, MypyOutput, RunFailure } from '../check/check-run.js';
import { findBlockers } from './blockers.js';
import { describeCrash, describeUsage, hasCrashed, lacksMypy } from './failure-detail.js';
import { readLinesOnce } from './line-memory.js';
import { type ParsedOutput, parseOutput } from './parse-output.js';

/** `json` for `--output json`, which has no summary: a weaker proof, for output that is not ours. */
export type OutputFormat = 'text' | 'json';

/**
 * What a finished mypy process says about the project. Fails closed: only positive proof that mypy
 * looked at everything, and that every error was understood, makes a run `complete`. Never throws.
 *
 * In text the proof is mypy's summary line, in agreement with the exit status and with the number
 * of error lines. In JSON there is no such line: there every line has to be a record.
 *
 * @param root Absolute path of mypy's working directory; paths under it become relative.
 * @param read Reads the output, where it may say something; by whoever keeps a memory of its lines.
 */
export function judgeOutput(
  output: MypyOutput,
  root: string,
  format: OutputFormat = 'text',
  read: () => ParsedOutput = () => parseOutput(output.stdout, readLinesOnce(root)),
): CheckRun {
  const { stderr, exitCode, signal } = output;
  if (signal !== null) return fail({ kind: 'killed', signal }, stderr);
  if (lacksMypy(stderr)) return fail({ kind: 'no-mypy', detail: stderr.trim() }, stderr);
  if (hasCrashed(stderr) || exitCode === null || exitCode < 0 || exitCode > 2) {
    return fail({ kind: 'crashed', detail: describeCrash(output) }, stderr);
  }
  const parsed = read();
  if (exitCode === 2) return judgeRefusal(parsed, stderr, root);
  const doubt = format === 'text' ? doubtText(parsed, exitCode) : doubtJson(parsed, exitCode);
  if (doubt !== undefined) return fail({ kind: 'not-understood', detail: doubt }, stderr);
  const { errors, noise, summary } = parsed;
  const checkedFiles =
    summary === undefined || summary.kind === 'prevented' ? null : summary.checkedFiles;
  return {
    kind: 'complete',
    authority: 'plain',
    errors,
    checkedFiles,
    noise,
    isProven: true,
    stderr: `${stderr}${listConfigurationNotes(parsed).join('')}`,
  };
}

/** Since 1.20 mypy tells of sections that fit no module on standard output: `mypy.ini: note: …`. */
function listConfigurationNotes({ orphans }: ParsedOutput): readonly string[] {
  return orphans
    .filter(({ path, start }) => start.line === 0 && !/\.pyi?$/.test(path))
    .map(({ path, message }) => `${path}: note: ${message}\n`);
}

function fail(failure: RunFailure, stderr: string): CheckRun {
  return { kind: 'failed', failure, stderr };
}

/** Exit status 2: mypy did not check, because of a file, or because of how it was called. */
function judgeRefusal(parsed: ParsedOutput, stderr: string, root: string): CheckRun {
  const blockers = findBlockers(parsed, stderr, root);
  if (blockers.length > 0) return { kind: 'blocked', blockers, stderr };
  return fail({ kind: 'usage', detail: describeUsage(parsed, stderr) }, stderr);
}

/** Why text output with exit status 0 or 1 proves nothing; undefined when it does. */
function doubtText(parsed: ParsedOutput, exitCode: number): string | undefined {
  const { summary, countedErrors, unreadErrors, noise } = parsed;
  const [unread] = unreadErrors;
  if (unread !== undefined) return `a line could not be read: ${unread}`;
  if (summary === undefined) {
    return `exit status ${exitCode} without mypy's summary line; its last line: ${noise.at(-1) ?? '(none)'}`;
  }
  if (parsed.records > 0) return 'records in JSON among the text';
  if (parsed.continuesAfterSummary) return 'messages follow the summary line';
  if (summary.kind === 'prevented') return `exit status ${exitCode}, and checking was prevented`;
  const [errors, status] = summary.kind === 'success' ? [0, 0] : [summary.errors, 1];
  if (exitCode !== status) return `exit status ${exitCode} does not agree with ${errors} errors`;
  if (countedErrors !== errors) {
    return `the summary counts ${errors} errors, the output has ${countedErrors}`;
  }
  return undefined;
}

/** The same for JSON. Notes alone end with exit status 1 there (mypy issue 20212). */
function doubtJson(parsed: ParsedOutput, exitCode: number): string | undefined {
  const [noise] = parsed.noise;
  if (noise !== undefined) return `a line is no record: ${noise}`;
  if (parsed.textMessages > 0 || parsed.summary !== undefined) return 'text among the records';
  if (exitCode !== (parsed.records > 0 ? 1 : 0)) {
    return `exit status ${exitCode} does not agree with ${parsed.records} records`;
  }
  return undefined;
}
