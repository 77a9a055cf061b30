import { CATEGORIES } from '../category/categories.js';
import type { CategoryId } from '../category/category.js';
import { isRecord } from '../json/is-record.js';
import { type Phrase, phrase } from '../language/language.js';
import { toPlace } from '../path/place.js';
import {
  type Cap,
  type CapPart,
  DEFAULT_POLICY,
  type GatePolicy,
  type Increase,
} from './gate-policy.js';

/** What a configuration or a command line says of the policy, by the names of TOML. */
export interface PolicyWords {
  readonly 'new-errors'?: unknown;
  readonly growth?: unknown;
  readonly stale?: unknown;
  readonly edited?: unknown;
  readonly 'max-increase'?: unknown;
  readonly caps?: unknown;
}

/** The names by which a policy is configured. */
export const POLICY_KEYS = [
  'new-errors',
  'growth',
  'stale',
  'edited',
  'max-increase',
  'caps',
] as const satisfies readonly (keyof PolicyWords)[];

/** A policy, and what could not be understood: with a mistake there is no verdict. */
export interface PolicyParse {
  readonly policy: GatePolicy;
  readonly mistakes: readonly Phrase[];
}

const STRICTNESS = ['fail', 'warn', 'off'] as const;

/**
 * Reads a policy. An increase that is allowed makes new errors no failure by themselves, unless
 * `new-errors` says so too: otherwise it would allow nothing.
 */
export function parsePolicy(words: PolicyWords): PolicyParse {
  const mistakes: Phrase[] = [];
  const choose = <Value extends string>(
    key: keyof PolicyWords,
    values: readonly Value[],
    otherwise: Value,
  ): Value => {
    const word = words[key];
    if (word === undefined) return otherwise;
    const value = values.find((known) => known === word);
    if (value === undefined) mistakes.push(phrase('"{0}" is none of {1}', key, values.join(', ')));
    return value ?? otherwise;
  };
  const maxIncrease = parseIncrease(words['max-increase'], mistakes);
  const otherwise = maxIncrease === null ? DEFAULT_POLICY.newErrors : 'off';
  const policy: GatePolicy = {
    newErrors: choose('new-errors', STRICTNESS, otherwise),
    growth: choose('growth', STRICTNESS, DEFAULT_POLICY.growth),
    stale: choose('stale', [...STRICTNESS, 'shrink'], DEFAULT_POLICY.stale),
    editedIsNew: choose('edited', ['baseline', 'new'], 'baseline') === 'new',
    maxIncrease,
    caps: parseCaps(words.caps, mistakes),
  };
  return { policy, mistakes };
}

/** `"10%"`, `25` or `"25"`. */
function parseIncrease(word: unknown, mistakes: Phrase[]): Increase | null {
  if (word === undefined) return null;
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(%?)$/.exec(String(word)) ?? [];
  const amount = Number(digits);
  if (unit === '%') return { kind: 'percent', percent: amount };
  if (unit === '' && Number.isSafeInteger(amount)) return { kind: 'count', count: amount };
  mistakes.push(
    phrase('"max-increase" is neither a number of errors nor a percentage such as "10%"'),
  );
  return null;
}

function parseCaps(word: unknown, mistakes: Phrase[]): readonly Cap[] {
  if (word === undefined) return [];
  if (!isRecord(word)) {
    mistakes.push(phrase('"{0}" is no table', 'caps'));
    return [];
  }
  return Object.entries(word).flatMap(([key, value]): readonly Cap[] => {
    switch (key) {
      case 'total':
        return toCap({ kind: 'total' }, value, key, mistakes);
      case 'categories':
        return parseCapTable(value, key, toCategoryPart, mistakes);
      case 'codes':
        return parseCapTable(value, key, (code) => ({ kind: 'code', code }), mistakes);
      case 'directories':
        return parseCapTable(value, key, toDirectoryPart, mistakes);
      default:
        mistakes.push(phrase('"{0}" does not know "{1}"', 'caps', key));
        return [];
    }
  });
}

function parseCapTable(
  table: unknown,
  name: string,
  toPart: (key: string) => CapPart | undefined,
  mistakes: Phrase[],
): readonly Cap[] {
  if (!isRecord(table)) {
    mistakes.push(phrase('"{0}" is no table', `caps.${name}`));
    return [];
  }
  return Object.entries(table).flatMap(([key, max]) => {
    const part = toPart(key);
    if (part !== undefined) return toCap(part, max, `${name}.${key}`, mistakes);
    mistakes.push(phrase('"{0}" does not know "{1}"', `caps.${name}`, key));
    return [];
  });
}

function toCap(part: CapPart, max: unknown, name: string, mistakes: Phrase[]): readonly Cap[] {
  if (typeof max === 'number' && Number.isSafeInteger(max) && max >= 0) return [{ part, max }];
  mistakes.push(phrase('"{0}" is no number of errors', `caps.${name}`));
  return [];
}

function toCategoryPart(key: string): CapPart | undefined {
  const category: CategoryId | undefined = CATEGORIES.find(({ id }) => id === key)?.id;
  return category === undefined ? undefined : { kind: 'category', category };
}

function toDirectoryPart(key: string): CapPart {
  return { kind: 'directory', path: toPlace(key) };
}
