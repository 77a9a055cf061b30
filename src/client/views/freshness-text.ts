import type { ProjectActivity } from '../../core/check/project-activity.js';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';

/** Words an epoch time (ms) for the person. */
export type FormatTime = (epochMs: number) => string;

/**
 * A time for a glance: the day is named where it is not today's.
 *
 * @param locale - A BCP 47 tag; undefined for the one of the system.
 */
export function formatMoment(epochMs: number, now: number, locale: string | undefined): string {
  const moment = new Date(epochMs);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return moment.toDateString() === new Date(now).toDateString()
    ? moment.toLocaleTimeString(locale, time)
    : moment.toLocaleString(locale, { month: 'short', day: 'numeric', ...time });
}

/** Whether what is shown was found before the project was opened. */
export function isRecalled({ result }: ProjectSnapshot): boolean {
  return result?.authority === 'last-session';
}

/** Whether what is shown may not be what mypy would find now, and says of when it is. */
export function isOld(snapshot: ProjectSnapshot): boolean {
  return snapshot.isOutdated || isRecalled(snapshot);
}

/** `as of 14:02`, for the oldest result that is {@link isOld old}; empty when all are of now. */
export function describeAge(
  snapshots: readonly ProjectSnapshot[],
  formatTime: FormatTime,
  { say }: Language,
): string {
  const times = snapshots
    .filter(isOld)
    .flatMap(({ result }) => (result === null ? [] : result.checkedAt));
  return times.length === 0 ? '' : say('as of {0}', formatTime(Math.min(...times)));
}

/**
 * `Checking… 120 of about 260 files, 4 s (last time 8 s)`: how far the first check is, of several
 * the one that runs longest. Empty when none runs; later ones are short, and go on unseen.
 */
export function describeFirstCheck(
  snapshots: readonly ProjectSnapshot[],
  language: Language,
): string {
  const [longest] = snapshots
    .filter((snapshot) => snapshot.result === null || isRecalled(snapshot))
    .flatMap(({ activity }) => (activity.kind === 'checking' ? activity : []))
    .sort((a, b) => b.elapsedMs - a.elapsedMs);
  if (longest === undefined) return '';
  const { elapsedMs, lastMs } = longest;
  const done = [describeFiles(longest, language), describeSeconds(elapsedMs)]
    .filter((part) => part !== '')
    .join(', ');
  return lastMs === null
    ? language.say('Checking… {0}', done)
    : language.say('Checking… {0} (last time {1})', done, describeSeconds(lastMs));
}

type Checking = Extract<ProjectActivity, { kind: 'checking' }>;

/** The total is a guess: there may be more files than the last time. */
function describeFiles({ files, lastFiles }: Checking, language: Language): string {
  if (files === null || files === 0) return '';
  const { count, say, number } = language;
  return lastFiles === null || lastFiles < files
    ? count(files, '1 file', '{0} files')
    : say('{0} of about {1} files', number(files), number(lastFiles));
}

/** Whole seconds: a text that changes more often cannot be read. */
function describeSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
