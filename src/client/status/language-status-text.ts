import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import { type Remedy, remedyOf } from '../commands/remedies.js';
import type { ServerState } from '../store.js';
import { type FormatTime, isRecalled } from '../views/freshness-text.js';
import { listProblems } from '../views/tree-model.js';
import { formatDuration } from './status-tooltip.js';

/** What the language status of a Python file says. */
export interface LanguageStatus {
  /** Which mypy checks it, and by which engine. */
  readonly text: string;
  /** Which environment it is of, and how long the last check took; or what is wrong. */
  readonly detail: string;
  /** The same at full length, for screen readers. */
  readonly spoken: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly remedy: Remedy;
}

/** VS Code shows one line, and the link to the command behind it. */
const MAX_DETAIL = 60;

/** Whose `bin` belongs to the machine. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set(['usr', 'local', 'homebrew']);

/**
 * The language status of a file.
 *
 * @param snapshot Of the project that the file is in; undefined where it is in none.
 */
export function toLanguageStatus(
  server: ServerState,
  snapshot: ProjectSnapshot | undefined,
  formatTime: FormatTime,
  language: Language,
): LanguageStatus {
  const { say } = language;
  const log: Remedy = { title: say('Show Log'), command: 'showLog' };
  if (server === 'failed') {
    const detail = say('The language server does not run');
    return {
      text: 'mypy',
      detail,
      spoken: detail,
      severity: 'error',
      busy: false,
      remedy: log,
    };
  }
  if (snapshot === undefined) {
    const detail =
      server === 'off' ? say('Not running here') : say('Not in a project that is checked');
    const severity = 'information';
    const busy = server === 'starting';
    return { text: 'mypy', detail, spoken: detail, severity, busy, remedy: log };
  }
  const [problem] = listProblems(snapshot);
  const text = snapshot.checker ?? 'mypy';
  const { interpreter } = snapshot;
  const run = describeRun(snapshot, formatTime, language);
  const name = interpreter === null ? say('No interpreter yet') : environmentOf(interpreter);
  const detail = problem?.message ?? join([name, run]);
  return {
    text,
    detail: detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL - 1)}…` : detail,
    spoken: `${text}. ${problem?.message ?? join([interpreter ?? name, run])}`,
    severity: problem?.severity ?? 'information',
    busy: snapshot.activity.kind === 'checking',
    remedy:
      problem === undefined
        ? { title: say('Show Menu'), command: 'showMenu' }
        : remedyOf(problem, language),
  };
}

/**
 * `checked 14:02 in 0.4 s`, `checked 14:02; files changed since`; empty before the first result, and
 * where nothing is checked.
 */
function describeRun(
  snapshot: ProjectSnapshot,
  formatTime: FormatTime,
  language: Language,
): string {
  const { result } = snapshot;
  if (result === null || result.authority === 'baseline') return '';
  const moment = formatTime(result.checkedAt);
  const duration = formatDuration(result.durationMs, language);
  if (snapshot.isOutdated) {
    return isRecalled(snapshot)
      ? language.say('checked {0} in the last session; files changed since', moment)
      : language.say('checked {0}; files changed since', moment);
  }
  return isRecalled(snapshot)
    ? language.say('checked {0} in the last session in {1}', moment, duration)
    : language.say('checked {0} in {1}', moment, duration);
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}

/** `.venv` for `/shop/.venv/bin/python`; the whole path of a Python that is in no environment. */
export function environmentOf(interpreter: string): string {
  const found = /([^\\/]+)[\\/](?:bin|Scripts)[\\/][^\\/]+$/.exec(interpreter);
  const name = found?.[1];
  return name === undefined || SYSTEM_FOLDERS.has(name) ? interpreter : name;
}
