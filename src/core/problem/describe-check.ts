import type { RunFailure } from '../check/check-run.js';
import type { MypyError } from '../error/mypy-error.js';
import type { Language } from '../language/language.js';
import type { ProblemText } from './problem-text.js';
import { firstLine, lastLine } from './shown-line.js';

/** What happens by itself after a check that failed. */
export function describeRetry(waitMs: number, language: Language): string {
  return language.say('It is tried again after {0}.', seconds(waitMs, language));
}

/** A check that takes much longer than the last one; `lastMs` is null when there was none. */
export function describeSlowness(lastMs: number | null, language: Language): string {
  return lastMs === null
    ? language.say('The first check takes long. Restart ends it and begins anew.')
    : language.say(
        'mypy takes longer than usual (last time {0}). Restart ends it and begins anew.',
        seconds(lastMs, language),
      );
}

function seconds(ms: number, language: Language): string {
  return ms < 1_000 ? language.say('under 1 s') : `${Math.round(ms / 1000)} s`;
}

/** What keeps mypy from checking the project. */
export function describeBlockers(
  blockers: readonly MypyError[],
  language: Language,
): Omit<ProblemText, 'kind' | 'remedy'> {
  const [first] = blockers;
  if (first === undefined) {
    return { message: language.say('mypy could not check the project.'), detail: '' };
  }
  const place = first.start.line > 0 ? `${first.path}:${first.start.line}` : first.path;
  return {
    message:
      first.code === 'syntax'
        ? language.say('Paused by a syntax error in {0}: {1}', place, first.message)
        : language.say('Paused by an error in {0}: {1}', place, first.message),
    detail: blockers
      .map((error) => `${error.path}:${error.start.line}: ${error.message}`)
      .join('\n'),
    location: { path: first.path, line: Math.max(first.start.line, 1) },
  };
}

/** One sentence on why a run gave no verdict. */
export function describeFailure(failure: RunFailure, language: Language): string {
  switch (failure.kind) {
    case 'not-started':
      return language.say('mypy could not be started: {0}', firstLine(failure.detail));
    case 'no-mypy':
      return language.say('The Python interpreter has no mypy any more.');
    case 'killed':
      return failure.signal === 'SIGKILL'
        ? language.say('mypy was killed (SIGKILL), as systems do when memory runs out.')
        : language.say('mypy was killed ({0}) before it finished.', failure.signal);
    case 'timed-out':
      return language.say(
        'mypy did not finish within {0} and was ended.',
        seconds(failure.afterMs, language),
      );
    case 'crashed':
      return language.say('mypy crashed: {0}', lastLine(failure.detail));
    case 'usage':
      return language.say('mypy refused to run: {0}', firstLine(failure.detail));
    case 'flooded':
      return language.say(
        "mypy's output grew over {0} MiB and was not read further.",
        Math.round(failure.limitBytes / 2 ** 20),
      );
    case 'not-understood':
      return language.say(
        "mypy's output was not understood: {0}",
        firstLine(language.express(failure.detail)),
      );
  }
}
