import { type Language, type Phrase, phrase } from '../language/language.js';
import { type Day, formatDay } from './day.js';

// Whole texts for each month: languages differ in order and in the marks between the parts. Without
// Intl, which takes 10 ms to get ready.

/** A date and a year. */
const DAYS: readonly Phrase[] = [
  phrase('{0} January {1}'),
  phrase('{0} February {1}'),
  phrase('{0} March {1}'),
  phrase('{0} April {1}'),
  phrase('{0} May {1}'),
  phrase('{0} June {1}'),
  phrase('{0} July {1}'),
  phrase('{0} August {1}'),
  phrase('{0} September {1}'),
  phrase('{0} October {1}'),
  phrase('{0} November {1}'),
  phrase('{0} December {1}'),
];

/** A date. */
const DATES: readonly Phrase[] = [
  phrase('{0} Jan'),
  phrase('{0} Feb'),
  phrase('{0} Mar'),
  phrase('{0} Apr'),
  phrase('{0} May'),
  phrase('{0} Jun'),
  phrase('{0} Jul'),
  phrase('{0} Aug'),
  phrase('{0} Sep'),
  phrase('{0} Oct'),
  phrase('{0} Nov'),
  phrase('{0} Dec'),
];

/** A year. */
const MONTHS: readonly Phrase[] = [
  phrase('Jan {0}'),
  phrase('Feb {0}'),
  phrase('Mar {0}'),
  phrase('Apr {0}'),
  phrase('May {0}'),
  phrase('Jun {0}'),
  phrase('Jul {0}'),
  phrase('Aug {0}'),
  phrase('Sep {0}'),
  phrase('Oct {0}'),
  phrase('Nov {0}'),
  phrase('Dec {0}'),
];

/** `31 May 2027`. */
export function describeDay(day: Day, language: Language): string {
  const { year, month, date } = partsOf(day);
  return sayOfMonth(DAYS, month, [date, year], language);
}

/** `31 May`, for where there is little room. */
export function describeDate(day: Day, language: Language): string {
  const { month, date } = partsOf(day);
  return sayOfMonth(DATES, month, [date], language);
}

/** `May 2027`, for the same. */
export function describeMonth(day: Day, language: Language): string {
  const { year, month } = partsOf(day);
  return sayOfMonth(MONTHS, month, [year], language);
}

/** @param month 1-based. */
function sayOfMonth(
  texts: readonly Phrase[],
  month: number,
  values: Phrase['values'],
  language: Language,
): string {
  const { text = '' } = texts[month - 1] ?? {};
  return language.express({ text, values });
}

function partsOf(day: Day) {
  const [year = 0, month = 0, date = 0] = formatDay(day).split('-').map(Number);
  return { year, month, date };
}
