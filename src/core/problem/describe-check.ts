import type { RunFailure } from '../check/check-run.js';
import type { MypyError } from '../error/mypy-error.js';
import type { ProblemText } from './problem-text.js';
import { firstLine, lastLine } from './shown-line.js';

/** What happens by itself after a check that failed. */
export function describeRetry(waitMs: number): string {
  return `It is tried again after ${seconds(waitMs)}.`;
}

/** A check that takes much longer than the last one; `lastMs` is null when there was none. */
export function describeSlowness(lastMs: number | null): string {
  return lastMs === null
    ? 'The first check takes long. Restart ends it and begins anew.'
    : `mypy takes longer than usual (last time ${seconds(lastMs)}). Restart ends it and begins anew.`;
}

function seconds(ms: number): string {
  return ms < 1_000 ? 'under 1 s' : `${Math.round(ms / 1000)} s`;
}

/** What keeps mypy from checking the project. */
export function describeBlockers(
  blockers: readonly MypyError[],
): Omit<ProblemText, 'kind' | 'remedy'> {
  const [first] = blockers;
  if (first === undefined) return { message: 'mypy could not check the project.', detail: '' };
  const place = first.start.line > 0 ? `${first.path}:${first.start.line}` : first.path;
  const cause = first.code === 'syntax' ? 'a syntax error' : 'an error';
  return {
    message: `Paused by ${cause} in ${place}: ${first.message}`,
    detail: blockers
      .map((error) => `${error.path}:${error.start.line}: ${error.message}`)
      .join('\n'),
    location: { path: first.path, line: Math.max(first.start.line, 1) },
  };
}

/** One sentence on why a run gave no verdict. */
export function describeFailure(failure: RunFailure): string {
  switch (failure.kind) {
    case 'not-started':
      return `mypy could not be started: ${firstLine(failure.detail)}`;
    case 'no-mypy':
      return 'The Python interpreter has no mypy any more.';
    case 'killed':
      return failure.signal === 'SIGKILL'
        ? 'mypy was killed (SIGKILL), as systems do when memory runs out.'
        : `mypy was killed (${failure.signal}) before it finished.`;
    case 'timed-out':
      return `mypy did not finish within ${seconds(failure.afterMs)} and was ended.`;
    case 'crashed':
      return `mypy crashed: ${lastLine(failure.detail)}`;
    case 'usage':
      return `mypy refused to run: ${firstLine(failure.detail)}`;
    case 'flooded':
      return `mypy's output grew over ${Math.round(failure.limitBytes / 2 ** 20)} MiB and was not read further.`;
    case 'not-understood':
      return `mypy's output was not understood: ${firstLine(failure.detail)}`;
  }
}
