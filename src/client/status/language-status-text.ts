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
  /** Which interpreter runs it, and how long that took; or what is wrong. */
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly remedy: Remedy;
}

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
    return { text: 'mypy', detail, severity: 'error', busy: false, remedy: LOG };
  }
  if (snapshot === undefined) {
    const detail = server === 'off' ? 'Not running here' : 'Not in a project that is checked';
    const busy = server === 'starting';
    return { text: 'mypy', detail, severity: 'information', busy, remedy: LOG };
  }
  const [problem] = listProblems(snapshot);
  return {
    text: snapshot.checker ?? 'mypy',
    detail: problem === undefined ? describeRun(snapshot, formatTime) : problem.message,
    severity: problem?.severity ?? 'information',
    busy: snapshot.activity.kind === 'checking',
    remedy: problem === undefined ? MENU : remedyOf(problem),
  };
}

function describeRun(snapshot: ProjectSnapshot, formatTime: FormatTime): string {
  const { interpreter, result } = snapshot;
  const parts = [interpreter ?? 'No interpreter yet'];
  if (result !== null) {
    const when = isRecalled(snapshot) ? ' in the last session' : '';
    parts.push(
      `checked ${formatTime(result.checkedAt)}${when} in ${formatDuration(result.durationMs)}`,
    );
  }
  return parts.join(' · ');
}

/** The project that a file is in: the innermost of those above it. Both are URIs. */
export function projectOf(
  file: string,
  snapshots: readonly ProjectSnapshot[],
): ProjectSnapshot | undefined {
  return snapshots
    .filter(({ project }) => file.startsWith(project.endsWith('/') ? project : `${project}/`))
    .sort((a, b) => b.project.length - a.project.length)[0];
}
