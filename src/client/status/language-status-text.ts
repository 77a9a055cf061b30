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

const MENU: Remedy = { title: 'Show Menu', command: 'showMenu' };
const LOG: Remedy = { title: 'Show Log', command: 'showLog' };

/**
 * The language status of a file.
 *
 * @param snapshot Of the project that the file is in; undefined where it is in none.
 */
export function toLanguageStatus(
  server: ServerState,
  snapshot: ProjectSnapshot | undefined,
  formatTime: FormatTime,
): LanguageStatus {
  if (server === 'failed') {
    const detail = 'The language server does not run';
    return { text: 'mypy', detail, spoken: detail, severity: 'error', busy: false, remedy: LOG };
  }
  if (snapshot === undefined) {
    const detail = server === 'off' ? 'Not running here' : 'Not in a project that is checked';
    const severity = 'information';
    const busy = server === 'starting';
    return { text: 'mypy', detail, spoken: detail, severity, busy, remedy: LOG };
  }
  const [problem] = listProblems(snapshot);
  const text = snapshot.checker ?? 'mypy';
  const { interpreter } = snapshot;
  const run = describeRun(snapshot, formatTime);
  const name = interpreter === null ? 'No interpreter yet' : environmentOf(interpreter);
  const detail = problem?.message ?? join([name, run]);
  return {
    text,
    detail: detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL - 1)}…` : detail,
    spoken: `${text}. ${problem?.message ?? join([interpreter ?? name, run])}`,
    severity: problem?.severity ?? 'information',
    busy: snapshot.activity.kind === 'checking',
    remedy: problem === undefined ? MENU : remedyOf(problem),
  };
}

/** `checked 14:02 in 0.4 s`, `checked 14:02; files changed since`; empty before the first result, and where nothing is checked. */
function describeRun(snapshot: ProjectSnapshot, formatTime: FormatTime): string {
  const { result } = snapshot;
  if (result === null || result.authority === 'baseline') return '';
  const when = `${formatTime(result.checkedAt)}${isRecalled(snapshot) ? ' in the last session' : ''}`;
  if (snapshot.isOutdated) return `checked ${when}; files changed since`;
  return `checked ${when} in ${formatDuration(result.durationMs)}`;
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
