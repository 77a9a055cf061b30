import { type Day, dayOf } from './day.js';
import { type SizeAt, type SizeOverTime, sizeAtMoment } from './size-over-time.js';

/** How many errors fewer there are after a sprint; negative where there are more. */
export interface FallRange {
  readonly expected: number;
  readonly least: number;
  readonly most: number;
}

/** When the target will be met if all goes on as it went. */
export type Forecast =
  | { readonly kind: 'reached' }
  /** What happened says nothing yet: of so many sprints is known what they did, so many did anything. */
  | { readonly kind: 'too-few'; readonly sprints: number; readonly changed: number }
  /** There are no fewer errors than some sprints ago, or hardly. */
  | { readonly kind: 'not-falling'; readonly fall: FallRange; readonly sprints: number }
  | {
      readonly kind: 'date';
      readonly expected: Day;
      readonly earliest: Day;
      /** Null for never, or not within ten years. */
      readonly latest: Day | null;
      readonly fall: FallRange;
      /** How many sprints it was taken from. */
      readonly sprints: number;
    };

/** What was longer ago says little about a team. */
const RECENT_SPRINTS = 8;

/** With fewer, one sprint is most of what is known. */
export const LEAST_SPRINTS = 4;
/** With fewer that changed anything, the same; with none at all, nothing falls. */
export const LEAST_CHANGED = 3;

/** Nobody knows what is in ten years. */
const MOST_DAYS = 3653;

/** The part of all slopes that lies outside the range, at each of its ends. */
const OUTSIDE = 0.1;

const DAY_MS = 86_400_000;

/**
 * Foretells from the last sprints, counted back from now, when so many errors are left.
 *
 * The fall is the median of the slopes between every two of the sizes (Theil and Sen): one import of
 * a thousand errors, or one week of cleaning up, does not move it. The range leaves out a tenth of
 * those slopes at each end. The usual rank interval would be far too narrow: it takes what is left
 * over for independent, while a size is the last one and what the sprint did. Where sprints differ
 * by chance, four of five dates lie within this range (the unit test simulates it).
 */
export function foretell(
  sizes: SizeOverTime,
  now: SizeAt,
  { target, sprintDays }: { readonly target: number; readonly sprintDays: number },
): Forecast {
  if (now.total <= target) return { kind: 'reached' };
  const levels = levelsBefore(sizes, now, sprintDays);
  const sprints = levels.length - 1;
  const changed = levels.filter((level, at) => at > 0 && level !== levels[at - 1]).length;
  const isThin = changed > 0 && changed < LEAST_CHANGED;
  if (sprints < LEAST_SPRINTS || isThin) return { kind: 'too-few', sprints, changed };
  const fall = fallOf(levels);
  const dayAfter = (perSprint: number): Day | null => {
    if (perSprint <= 0) return null;
    const days = Math.ceil(((now.total - target) / perSprint) * sprintDays);
    return days > MOST_DAYS ? null : dayOf(now.at) + days;
  };
  const [expected, earliest] = [dayAfter(fall.expected), dayAfter(fall.most)];
  if (expected === null || earliest === null) return { kind: 'not-falling', fall, sprints };
  return { kind: 'date', expected, earliest, latest: dayAfter(fall.least), fall, sprints };
}

/** The sizes now and whole sprints ago, newest first. */
function levelsBefore(sizes: SizeOverTime, now: SizeAt, sprintDays: number): readonly number[] {
  const levels = [now.total];
  for (let back = 1; back <= RECENT_SPRINTS; back += 1) {
    const total = sizeAtMoment(sizes, now.at - back * sprintDays * DAY_MS);
    if (total === undefined) break;
    levels.push(total);
  }
  return levels;
}

function fallOf(newestFirst: readonly number[]): FallRange {
  const slopes = newestFirst
    .flatMap((later, at) =>
      newestFirst.slice(at + 1).map((earlier, between) => (earlier - later) / (between + 1)),
    )
    .sort((a, b) => a - b);
  const cut = Math.floor(OUTSIDE * (slopes.length - 1));
  return {
    expected: median(slopes),
    least: slopes[cut] ?? 0,
    most: slopes.at(-1 - cut) ?? 0,
  };
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
