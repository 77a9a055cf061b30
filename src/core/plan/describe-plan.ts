import { categoryTitle } from '../category/category-title.js';
import { errorCount } from '../language/error-count.js';
import type { Language } from '../language/language.js';
import { describeDay } from './describe-day.js';
import { describeForecast } from './describe-forecast.js';
import type { Pace } from './plan.js';
import type { PlanProgress, SprintProgress } from './plan-progress.js';

/** All that is to be said of a plan, in sentences, the most important first. */
export function describePlan(progress: PlanProgress, language: Language): readonly string[] {
  const { state, sprint, forecast } = progress;
  const isOver = state === 'reached';
  return [
    describeState(progress, language),
    sprint === null || isOver ? '' : describeSprint(sprint, language),
    isOver ? '' : describeNeed(progress, language),
    describeForecast(forecast, language),
    isOver ? '' : describeNext(progress, language),
    describeStart(progress, language),
  ].filter((sentence) => sentence !== '');
}

/** Where the plan stands. */
export function describeState(
  { state, start, today: { total }, target, planned, date }: PlanProgress,
  language: Language,
): string {
  const now = errorCount(total, language);
  switch (state) {
    case 'reached':
      return language.say(
        'The target is reached: {0} of {1} that may be left.',
        now,
        language.number(target),
      );
    case 'waiting':
      return language.say(
        'The plan begins on {0}, with {1} today.',
        describeDay(start.day, language),
        now,
      );
    case 'overdue': {
      const [most, over] = [language.number(target), language.number(total - target)];
      return date === null
        ? language.say('The target of {0}: {1} too many.', most, over)
        : language.say(
            'The target of {0} was to be met by {1}: {2} too many.',
            most,
            describeDay(date, language),
            over,
          );
    }
    case 'ahead':
      return total === planned
        ? language.say('On plan: {0}, as many as planned for today.', now)
        : language.say(
            'Ahead of the plan: {0}, {1} fewer than planned for today.',
            now,
            language.number(planned - total),
          );
    case 'behind':
      return language.say(
        'Behind the plan: {0}, {1} more than planned for today.',
        now,
        language.number(total - planned),
      );
  }
}

/** What this sprint was to do and did. */
export function describeSprint(
  { number, from, until, cleared, quota }: SprintProgress,
  language: Language,
): string {
  const [first, last] = [describeDay(from, language), describeDay(until, language)];
  const planned = describePace(quota, language);
  return cleared < 0
    ? language.say(
        'Sprint {0}, {1} to {2}: {3} more than at its start; {4} were to go.',
        number,
        first,
        last,
        errorCount(-cleared, language),
        planned,
      )
    : language.say(
        'Sprint {0}, {1} to {2}: {3} of {4} cleared.',
        number,
        first,
        last,
        language.number(cleared),
        planned,
      );
}

/** What the date asks of each sprint, held against the pace; empty without a date. */
export function describeNeed(
  { needed, pace, date, target }: PlanProgress,
  language: Language,
): string {
  if (needed === null || date === null) return '';
  const need = [language.number(target), describeDay(date, language), language.number(needed)];
  if (pace === null) {
    return language.say('To have {0} by {1}, {2} must go in each sprint.', ...need);
  }
  const planned = describePace(pace, language);
  if (needed > pace.most) {
    return language.say(
      'To have {0} by {1}, {2} must go in each sprint: the pace of {3} is not enough.',
      ...need,
      planned,
    );
  }
  if (needed < pace.least) {
    return language.say(
      'To have {0} by {1}, {2} must go in each sprint: fewer than the pace of {3}.',
      ...need,
      planned,
    );
  }
  return language.say(
    'To have {0} by {1}, {2} must go in each sprint: the pace of {3} is enough.',
    ...need,
    planned,
  );
}

/** Which category is next; empty where there is no error. */
export function describeNext({ next }: PlanProgress, language: Language): string {
  const [first] = next;
  if (first === undefined) return '';
  return language.say(
    'Next: {0}, {1}.',
    categoryTitle(first.category.id, language),
    errorCount(first.count, language),
  );
}

/** `50–100`, or one number. */
export function describePace({ least, most }: Pace, language: Language): string {
  return least === most
    ? language.number(least)
    : `${language.number(least)}–${language.number(most)}`;
}

function describeStart({ startIsKnown, start }: PlanProgress, language: Language): string {
  if (startIsKnown) return '';
  return language.say(
    "The history does not reach back to the plan's start: {0} is the first size that is known.",
    language.number(start.total),
  );
}
