import type { CheckRun, RunFailure } from '../../core/check/check-run.js';
import type { MypyError } from '../../core/error/mypy-error.js';
import { ENGLISH } from '../../core/language/language.js';
import { splitLines } from '../../core/output/split-lines.js';
import type { ProcessJudge } from '../checker/process-judge.js';
import { wordingOf } from './wording-of.js';

/** What a daemon answered to `run`, and what was printed meanwhile. */
export interface CheckAnswer {
  /** mypy's output, with its summary line. */
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  /** By plugins, mostly. */
  readonly printed: string;
}

/** A run, or why the answer is not to be shown. */
export type JudgedAnswer = CheckRun | { readonly kind: 'doubtful'; readonly why: string };

/**
 * What a daemon's answer says about the project, by the rules for mypy's own output, and as a
 * preview.
 *
 * @param previous The errors of the last complete answer; undefined for the daemon's first check.
 */
export function judgeAnswer(
  answer: CheckAnswer,
  judge: ProcessJudge,
  previous: readonly MypyError[] | undefined,
): JudgedAnswer {
  const { stdout, stderr } = answer;
  const output = { stdout, stderr, exitCode: inferStatus(answer), signal: null };
  const run = judge.judge({ kind: 'ended', output });
  switch (run.kind) {
    case 'complete': {
      if (previous !== undefined) {
        const { errors } = run;
        if (isSyntax(errors) && !isSyntax(previous)) {
          return { kind: 'blocked', blockers: errors, stderr };
        }
        if (hidesOthers(errors, previous)) return doubt('it may be kept from checking by one file');
      }
      const printed = splitLines(answer.printed);
      const noise = [...run.noise, ...printed.lines, printed.cut].filter((line) => line !== '');
      return { ...run, authority: 'preview', noise };
    }
    case 'blocked':
      return run;
    case 'failed':
      return doubt(nameFailure(run.failure));
    case 'cancelled':
      return doubt(run.kind);
  }
}

/** In few words, for the log. */
function nameFailure(failure: RunFailure): string {
  if (failure.kind === 'not-understood') return ENGLISH.express(failure.detail);
  return 'detail' in failure ? failure.detail : failure.kind;
}

/** Notes alone give status 0 in a daemon's first check and 1 in all others; 0 in plain mypy. */
function inferStatus({ stdout, status }: CheckAnswer): number {
  if (status !== 0 && status !== 1) return status;
  return /^Success: [^\n]*\n$/m.test(stdout) ? 0 : 1;
}

/**
 * Whether a syntax error is all that a daemon tells of. It has status 1 then, like any other error,
 * and the errors of all other files are gone. (mypy may also check on past one in a type comment:
 * then these were all there was before.)
 */
function isSyntax(errors: readonly MypyError[]): boolean {
  return errors.length > 0 && errors.every(({ code }) => code === 'syntax');
}

/**
 * Whether all errors are in one file with a new one among them, and before there were some in
 * others. Errors of other codes can keep mypy from checking too, and a daemon does not tell these
 * from any other.
 */
function hidesOthers(errors: readonly MypyError[], previous: readonly MypyError[]): boolean {
  const [first] = errors;
  if (first === undefined || errors.some(({ path }) => path !== first.path)) return false;
  if (previous.every(({ path }) => path === first.path)) return false;
  const known = new Set(previous.map(wordingOf));
  return errors.some((error) => !known.has(wordingOf(error)));
}

function doubt(why: string): JudgedAnswer {
  return { kind: 'doubtful', why };
}
