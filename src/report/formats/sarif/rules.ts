import { CATEGORIES } from '../../../core/category/categories.js';
import type { Category, CategoryId, Priority } from '../../../core/category/category.js';
import { categoryTitle } from '../../../core/category/category-title.js';
import { documentationOf } from '../../../core/error/documentation.js';
import { ENGLISH } from '../../../core/language/language.js';
import { compareText } from '../../../core/order/compare-text.js';
import { toWellFormed } from '../json-text.js';

/** Name of the rule for errors to which mypy gives no code: SARIF wants one for every result. */
const NO_CODE = 'no-code';

/** What decides about the rule of an error or of an entry. */
export interface Coded {
  readonly code: string;
  readonly category: CategoryId;
}

/** One error code of mypy as a `reportingDescriptor` of SARIF. */
export interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly helpUri?: string;
  readonly properties: { readonly tags: readonly string[]; readonly priority: Priority };
}

/** The rules of all codes that occur, sorted by code. */
export class RuleTable {
  readonly rules: readonly Rule[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(items: readonly Coded[]) {
    const categories = new Map<string, Set<CategoryId>>();
    for (const { code, category } of items) {
      const known = categories.get(code);
      if (known === undefined) categories.set(code, new Set([category]));
      else known.add(category);
    }
    const sorted = [...categories].sort(([a], [b]) => compareText(a, b));
    this.rules = sorted.map(([code, ids]) => toRule(code, ids));
    this.#indexes = new Map(sorted.map(([code], index) => [code, index]));
  }

  /** What a result says of its rule. */
  reference(code: string): { readonly ruleId: string; readonly ruleIndex: number } {
    return { ruleId: ruleIdOf(code), ruleIndex: this.#indexes.get(code) ?? -1 };
  }
}

/** A code whose category depends on the message has all categories that occur. */
function toRule(code: string, ids: ReadonlySet<CategoryId>): Rule {
  const categories = CATEGORIES.filter(({ id }) => ids.has(id));
  const titles = categories.map(({ id }) => categoryTitle(id, ENGLISH)).join(', ');
  const properties = {
    tags: ['mypy', ...categories.map(({ id }) => id)],
    priority: highestPriority(categories),
  };
  if (code === '') {
    const text = 'Errors to which mypy gives no code';
    return {
      id: NO_CODE,
      shortDescription: { text },
      fullDescription: { text: `${text}: ${titles}` },
      help: { text: `${text}.` },
      properties,
    };
  }
  const helpUri = documentationOf(toWellFormed(code));
  return {
    id: ruleIdOf(code),
    shortDescription: { text: `${titles} [${code}]` },
    fullDescription: { text: `Errors that mypy reports with the code [${code}]: ${titles}` },
    help: { text: `mypy explains [${code}] at ${helpUri}` },
    helpUri,
    properties,
  };
}

function ruleIdOf(code: string): string {
  return code === '' ? NO_CODE : code;
}

function highestPriority(categories: readonly Category[]): Priority {
  const has = (priority: Priority) => categories.some((category) => category.priority === priority);
  if (has('high')) return 'high';
  return has('medium') ? 'medium' : 'low';
}
