import type { CheckRun } from '../check/check-run.js';
import { type Phrase, phrase } from '../language/language.js';
import { judgeOutput } from './judge-output.js';
import { readLinesOnce } from './line-memory.js';
import { type ParsedOutput, parseOutput } from './parse-output.js';

/** What a mypy that ran elsewhere left behind. */
export interface RecordedOutput {
  /** Text or JSON. */
  readonly stdout: string;
  /** mypy's exit status; null when nobody kept it. */
  readonly exitCode: number | null;
}

const ESCAPE = '\u001B';

/**
 * What a terminal takes for colours. mypy writes them into a file too where FORCE_COLOR or
 * MYPY_FORCE_COLOR is set, as continuous integration likes to; `ESC ( B` is in xterm's reset. In
 * messages mypy escapes such characters, so these are never part of one.
 */
const COLOURS = new RegExp(`${ESCAPE}(?:\\[[0-9;]*m|\\(B)`, 'g');

/** The line that `--pretty` puts below the source. */
const PRETTY_MARK = /^\s+\^~*$/;

/**
 * Says what the output of a mypy that ran elsewhere means. Fails closed like `judgeOutput`: text
 * must end with mypy's summary line. JSON without an exit status is taken when it has records that
 * are not all syntax errors, which would have kept mypy from looking further; no output at all may
 * be a mypy that never ran.
 *
 * @param root Absolute path of mypy's working directory.
 */
export function judgeRecorded(recorded: RecordedOutput, root: string): CheckRun {
  const { exitCode } = recorded;
  const stdout = recorded.stdout.replaceAll(COLOURS, '');
  const parsed = parseOutput(stdout, readLinesOnce(root));
  const format = parsed.records > 0 ? 'json' : 'text';
  const isEmpty = stdout.trim() === '';
  if (isEmpty && exitCode !== 0) return notUnderstood(phrase('there is no output at all'));
  if (parsed.noise.some((line) => PRETTY_MARK.test(line))) {
    return notUnderstood(
      phrase('--pretty breaks messages over several lines; run mypy without it'),
    );
  }
  const status = exitCode ?? inferStatus(parsed);
  // `--output json` prints nothing when there is no error, and its exit status is the proof.
  const judged = isEmpty ? 'json' : format;
  const output = { stdout, stderr: '', exitCode: status, signal: null };
  const run = judgeOutput(output, root, judged, () => parsed);
  return run.kind === 'complete' && exitCode === null && judged === 'json'
    ? { ...run, isProven: false }
    : run;
}

/** The status with which mypy must have ended, by what it printed. */
function inferStatus({ summary, records, errors }: ParsedOutput): number {
  // One that blocks stands alone or among its like; `syntax` is also the code of type comments that
  // mypy cannot read and passes over.
  if (records > 0) return errors.every(({ code }) => code === 'syntax') ? 2 : 1;
  if (summary === undefined) return 1;
  switch (summary.kind) {
    case 'success':
      return 0;
    case 'found':
      return 1;
    case 'prevented':
      return 2;
  }
}

function notUnderstood(detail: Phrase): CheckRun {
  return { kind: 'failed', failure: { kind: 'not-understood', detail }, stderr: '' };
}
