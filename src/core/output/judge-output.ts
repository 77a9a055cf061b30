import type { CheckRun, MypyOutput, RunFailure } from '../check/check-run.js';
import { type Phrase, phrase } from '../language/language.js';
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
function doubtText(parsed: ParsedOutput, exitCode: number): Phrase | undefined {
  const { summary, countedErrors, unreadErrors, noise } = parsed;
  const [unread] = unreadErrors;
  if (unread !== undefined) return phrase('a line could not be read: {0}', unread);
  if (summary === undefined) {
    return phrase(
      "exit status {0} without mypy's summary line; its last line: {1}",
      exitCode,
      noise.at(-1) ?? '(none)',
    );
  }
  if (parsed.records > 0) return phrase('records in JSON among the text');
  if (parsed.continuesAfterSummary) return phrase('messages follow the summary line');
  if (summary.kind === 'prevented')
    return phrase('exit status {0}, and checking was prevented', exitCode);
  const [errors, status] = summary.kind === 'success' ? [0, 0] : [summary.errors, 1];
  if (exitCode !== status)
    return phrase('exit status {0} does not agree with {1} errors', exitCode, errors);
  if (countedErrors !== errors) {
    return phrase('the summary counts {0} errors, the output has {1}', errors, countedErrors);
  }
  return undefined;
}

/** The same for JSON. Notes alone end with exit status 1 there (mypy issue 20212). */
function doubtJson(parsed: ParsedOutput, exitCode: number): Phrase | undefined {
  const [noise] = parsed.noise;
  if (noise !== undefined) return phrase('a line is no record: {0}', noise);
  if (parsed.textMessages > 0 || parsed.summary !== undefined)
    return phrase('text among the records');
  if (exitCode !== (parsed.records > 0 ? 1 : 0)) {
    return phrase('exit status {0} does not agree with {1} records', exitCode, parsed.records);
  }
  return undefined;
}
