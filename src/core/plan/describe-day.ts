import type { Language } from '../language/language.js';
import { type Day, formatDay } from './day.js';

/** `31 May 2027`. Without Intl, which takes 10 ms to get ready. */
export function describeDay(day: Day, language: Language): string {
  const { year, month, date } = partsOf(day);
  switch (month) {
    case 1:
      return language.say('{0} January {1}', date, year);
    case 2:
      return language.say('{0} February {1}', date, year);
    case 3:
      return language.say('{0} March {1}', date, year);
    case 4:
      return language.say('{0} April {1}', date, year);
    case 5:
      return language.say('{0} May {1}', date, year);
    case 6:
      return language.say('{0} June {1}', date, year);
    case 7:
      return language.say('{0} July {1}', date, year);
    case 8:
      return language.say('{0} August {1}', date, year);
    case 9:
      return language.say('{0} September {1}', date, year);
    case 10:
      return language.say('{0} October {1}', date, year);
    case 11:
      return language.say('{0} November {1}', date, year);
    default:
      return language.say('{0} December {1}', date, year);
  }
}

/** `31 May`, for where there is little room. */
export function describeDate(day: Day, language: Language): string {
  const { month, date } = partsOf(day);
  switch (month) {
    case 1:
      return language.say('{0} Jan', date);
    case 2:
      return language.say('{0} Feb', date);
    case 3:
      return language.say('{0} Mar', date);
    case 4:
      return language.say('{0} Apr', date);
    case 5:
      return language.say('{0} May', date);
    case 6:
      return language.say('{0} Jun', date);
    case 7:
      return language.say('{0} Jul', date);
    case 8:
      return language.say('{0} Aug', date);
    case 9:
      return language.say('{0} Sep', date);
    case 10:
      return language.say('{0} Oct', date);
    case 11:
      return language.say('{0} Nov', date);
    default:
      return language.say('{0} Dec', date);
  }
}

/** `May 2027`, for the same. */
export function describeMonth(day: Day, language: Language): string {
  const { year, month } = partsOf(day);
  switch (month) {
    case 1:
      return language.say('Jan {0}', year);
    case 2:
      return language.say('Feb {0}', year);
    case 3:
      return language.say('Mar {0}', year);
    case 4:
      return language.say('Apr {0}', year);
    case 5:
      return language.say('May {0}', year);
    case 6:
      return language.say('Jun {0}', year);
    case 7:
      return language.say('Jul {0}', year);
    case 8:
      return language.say('Aug {0}', year);
    case 9:
      return language.say('Sep {0}', year);
    case 10:
      return language.say('Oct {0}', year);
    case 11:
      return language.say('Nov {0}', year);
    default:
      return language.say('Dec {0}', year);
  }
}

function partsOf(day: Day) {
  const [year = 0, month = 0, date = 0] = formatDay(day).split('-').map(Number);
  return { year, month, date };
}
