import { CATEGORIES } from '../category/categories.js';
import type { CategoryId } from '../category/category.js';
import { isRecord } from '../json/is-record.js';
import { type Phrase, phrase } from '../language/language.js';
import { type Day, parseDay } from './day.js';
import type { Pace, Plan, PlanTarget } from './plan.js';

/** A plan, if there is one that can be followed, and what could not be understood of it. */
export interface PlanParse {
  readonly plan: Plan | null;
  readonly mistakes: readonly Phrase[];
}

const KEYS = ['target', 'date', 'pace', 'sprint', 'start', 'order'];

const DEFAULT_SPRINT_DAYS = 14;

/** More than a year is no sprint. */
const MOST_SPRINT_DAYS = 366;

/** Reads the table `plan`, in which dates are `2027-05-31`; undefined where there is none. */
export function parsePlan(value: unknown): PlanParse {
  if (value === undefined) return { plan: null, mistakes: [] };
  if (!isRecord(value)) return { plan: null, mistakes: [phrase('"{0}" is no table', 'plan')] };
  const mistakes = Object.keys(value)
    .filter((key) => !KEYS.includes(key))
    .map((key) => phrase('"{0}" does not know "{1}"', 'plan', key));
  const read = <Result>(
    key: string,
    parse: (word: unknown) => Result | undefined,
    otherwise: Result,
    mistake: Phrase,
  ): Result => {
    const word = value[key];
    if (word === undefined) return otherwise;
    const parsed = parse(word);
    if (parsed === undefined) mistakes.push(mistake);
    return parsed ?? otherwise;
  };
  const plan = {
    target: read('target', parseTarget, null, noAmount('target', '20%')),
    date: read('date', parseDate, null, noDate('date')),
    pace: read('pace', parsePace, null, noAmount('pace', '50-100')),
    sprintDays: read(
      'sprint',
      parseSprint,
      DEFAULT_SPRINT_DAYS,
      phrase('"plan.sprint" is no time such as "2 weeks"'),
    ),
    start: read('start', parseDate, null, noDate('start')),
    order: parseOrder(value['order'], mistakes),
  };
  mistakes.push(...findContradictions(plan, value));
  const { target } = plan;
  return { plan: target === null || mistakes.length > 0 ? null : { ...plan, target }, mistakes };
}

function noAmount(key: 'target' | 'pace', example: string): Phrase {
  return phrase('"plan.{0}" is neither a number of errors nor such as "{1}"', key, example);
}

function noDate(key: 'date' | 'start'): Phrase {
  return phrase('"plan.{0}" is no date such as 2027-05-31', key);
}

function parseTarget(word: unknown): PlanTarget | undefined {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(%?)$/.exec(toText(word)) ?? [];
  const amount = Number(digits);
  if (unit === '%' && amount <= 100) return { kind: 'percent', percent: amount };
  return unit === '' && isCount(amount) ? { kind: 'count', count: amount } : undefined;
}

function parseDate(word: unknown): Day | undefined {
  return typeof word === 'string' ? parseDay(word) : undefined;
}

/** `"50-100"`, with any of the dashes that people type, `75` or `"75"`. */
function parsePace(word: unknown): Pace | undefined {
  const [, from, to = from] = /^(\d+)(?:\s*[-–—]\s*(\d+))?$/.exec(toText(word)) ?? [];
  const [least, most] = [Number(from), Number(to)];
  const isPace = isCount(least) && isCount(most) && most > 0 && least <= most;
  return isPace ? { least, most } : undefined;
}

/** `"2 weeks"`, `"10 days"`, `"1 week"`. Months have no length of their own. */
function parseSprint(word: unknown): number | undefined {
  const [, amount, unit] = /^(\d+)\s*(day|week)s?$/.exec(toText(word)) ?? [];
  const days = Number(amount) * (unit === 'week' ? 7 : 1);
  return days > 0 && days <= MOST_SPRINT_DAYS ? days : undefined;
}

function parseOrder(word: unknown, mistakes: Phrase[]): readonly CategoryId[] {
  if (word === undefined) return [];
  if (!Array.isArray(word)) {
    mistakes.push(phrase('"plan.order" is no list of categories'));
    return [];
  }
  const order = word.flatMap((name: unknown): readonly CategoryId[] => {
    const id = CATEGORIES.find((category) => category.id === name)?.id;
    if (id === undefined)
      mistakes.push(phrase('"plan.order" does not know the category "{0}"', toText(name)));
    return id === undefined ? [] : [id];
  });
  if (new Set(order).size < order.length)
    mistakes.push(phrase('"plan.order" names a category twice'));
  return order;
}

function findContradictions(
  { date, start }: Pick<Plan, 'date' | 'start'>,
  value: Readonly<Record<string, unknown>>,
): readonly Phrase[] {
  const found: Phrase[] = [];
  if (value['target'] === undefined) found.push(phrase('"plan" has no "target"'));
  if (value['date'] === undefined && value['pace'] === undefined) {
    found.push(phrase('"plan" has neither "date" nor "pace"'));
  }
  if (date !== null && start !== null && date <= start) {
    found.push(phrase('"plan.date" is not after "plan.start"'));
  }
  return found;
}

/** Of a number too; empty for whatever else TOML has. */
function toText(word: unknown): string {
  return typeof word === 'string' || typeof word === 'number' ? String(word) : '';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
