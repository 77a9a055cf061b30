import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import type { ServerState } from '../store.js';
import { describeAge, type FormatTime } from '../views/freshness-text.js';
import { isCompared } from '../views/tree-model.js';
import { addTotals, countNewErrors } from '../views/view-header.js';

/** What the status bar shows in one glance. */
export interface StatusText {
  /** With VS Code's `$(icon)`s. */
  readonly text: string;
  /** The same without icons, for screen readers. */
  readonly spoken: string;
  /** Nothing works until a person does something. */
  readonly broken: boolean;
}

/** The status bar's text; undefined when there is nothing to show yet. */
export function toStatusText(
  server: ServerState,
  snapshots: readonly ProjectSnapshot[],
  formatTime: FormatTime,
  language: Language,
): StatusText | undefined {
  const { say } = language;
  if (server === 'failed') {
    const spoken = say('The language server does not run');
    return { text: '$(error) mypy', spoken, broken: true };
  }
  if (snapshots.length === 0) return undefined;
  if (server === 'starting') {
    const spoken = say('The language server is started again');
    return { text: '$(sync~spin) mypy', spoken, broken: false };
  }
  const count = describeCount(snapshots, language);
  const age = describeAge(snapshots, formatTime, language);
  if (snapshots.some(({ activity }) => activity.kind === 'checking')) {
    const text = `$(sync~spin) mypy${suffix(count)}${age === '' ? '' : `, ${age}`}`;
    return { text, spoken: say('mypy is checking'), broken: false };
  }
  if (snapshots.some(isBroken)) {
    return { text: '$(error) mypy', spoken: say('mypy cannot check'), broken: true };
  }
  if (snapshots.some(({ stale }) => stale?.kind === 'workspace-untrusted')) {
    const spoken = say('mypy is not run in an untrusted workspace');
    return { text: '$(shield) mypy', spoken, broken: false };
  }
  if (snapshots.some(({ stale }) => stale !== null)) {
    const text = `$(debug-pause) ${say('mypy paused')}`;
    return { text, spoken: say('mypy is paused'), broken: false };
  }
  if (age !== '') {
    const text = `$(history) mypy${suffix(count)}, ${age}`;
    return { text, spoken: `mypy:${suffix(count)} ${age}`, broken: false };
  }
  return describeResult(snapshots, count, language);
}

function describeResult(
  snapshots: readonly ProjectSnapshot[],
  count: string | undefined,
  { say }: Language,
): StatusText {
  if (snapshots.every(({ result }) => result === null)) {
    const spoken = say('mypy has not checked yet');
    return { text: '$(circle-outline) mypy', spoken, broken: false };
  }
  if (count === undefined && addTotals(snapshots).current === 0) {
    const text = `$(check) ${say('mypy 0 errors')}`;
    return { text, spoken: say('mypy: 0 errors'), broken: false };
  }
  if (count === undefined) {
    const spoken = say('mypy: no baseline');
    return { text: `$(circle-slash) ${spoken}`, spoken, broken: false };
  }
  const added = countNewErrors(snapshots);
  const icon = added === 0 ? '$(check)' : '$(error)';
  return { text: `${icon} mypy ${count}`, spoken: say('mypy: {0} new', added), broken: false };
}

/** `0 new`, `+2`, or undefined where nothing is compared. */
function describeCount(
  snapshots: readonly ProjectSnapshot[],
  { number, say }: Language,
): string | undefined {
  if (!snapshots.some((snapshot) => snapshot.result !== null && isCompared(snapshot))) {
    return undefined;
  }
  const added = countNewErrors(snapshots);
  return added === 0 ? say('0 new') : `+${number(added)}`;
}

/** A problem that waiting does not cure; a syntax error goes away with the next save. */
function isBroken({ stale, problems }: ProjectSnapshot): boolean {
  const all = stale === null ? problems : [stale, ...problems];
  return all.some(({ severity }) => severity === 'error');
}

function suffix(count: string | undefined): string {
  return count === undefined ? '' : ` ${count}`;
}
