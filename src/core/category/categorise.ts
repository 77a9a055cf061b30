import type { CategoryId } from './category.js';

/** Codes whose category does not depend on the message. From mypy 0.991 to 2.4. */
const BY_CODE: Readonly<Record<Exclude<CategoryId, 'incompatible-defaults' | 'other'>, string>> = {
  syntax: 'syntax top-level-await await-not-async',
  'incompatible-types':
    'arg-type assignment list-item dict-item typeddict-item typeddict-unknown-key ' +
    'typeddict-readonly-mutated index operator type-var assert-type str-format str-unpack ' +
    'comparison-overlap str-bytes-safe narrowed-type-not-subtype method-assign',
  optional: 'func-returns-value nonetype-type',
  'attribute-access':
    'union-attr attr-defined name-defined used-before-def possibly-undefined has-type',
  'call-signature':
    'call-arg call-overload abstract type-abstract safe-super overload-overlap ' +
    'overload-cannot-match no-overload-impl unused-coroutine unused-awaitable deprecated ' +
    'literal-required',
  overrides: 'override mutable-override explicit-override',
  'invalid-base-class': 'metaclass',
  returns: 'return return-value empty-body exit-return',
  'missing-annotations':
    'no-untyped-def var-annotated no-untyped-call untyped-decorator type-arg annotation-unchecked',
  'any-leaks': 'no-any-return no-any-unimported explicit-any no-any-expr no-any-decorated',
  imports: 'import import-not-found import-untyped',
  unreachable:
    'unreachable redundant-expr truthy-bool truthy-function truthy-iterable exhaustive-match',
  'unused-ignores': 'unused-ignore ignore-without-code redundant-cast redundant-self',
};

const CATEGORY_OF_CODE: ReadonlyMap<string, CategoryId> = indexCodes();

/** Codes that mean Optional handling when the message speaks of None. */
const NONE_CODES = new Set(['arg-type', 'assignment', 'return-value', 'operator', 'index']);
const INCOMPATIBLE_DEFAULT = /^Incompatible default for (?:argument|parameter)/;
const NONE_ITEM = /Item "None"/;
const MENTIONS_NONE = /"None"|Optional\[|\bNone \||\| None\b|\bNone\]/;
const BASE_CLASS = /base class|cannot subclass|\bMRO\b|disjoint bases/i;
const ANY_LEAK = /has type "Any"|contains "Any"/;
/** Before 1.4 mypy printed it without a code. */
const UNUSED_IGNORE = /^Unused "type: ignore/;

/** The category of an error: by its code, and by its message where one code means two things. */
export function categorise(code: string, message: string): CategoryId {
  if (code === 'assignment' && INCOMPATIBLE_DEFAULT.test(message)) return 'incompatible-defaults';
  if (code === 'union-attr' && NONE_ITEM.test(message)) return 'optional';
  if (NONE_CODES.has(code) && MENTIONS_NONE.test(message)) return 'optional';
  if ((code === 'misc' || code === 'valid-type') && BASE_CLASS.test(message)) {
    return 'invalid-base-class';
  }
  if (code === 'misc' && ANY_LEAK.test(message)) return 'any-leaks';
  if (code === '' && UNUSED_IGNORE.test(message)) return 'unused-ignores';
  return CATEGORY_OF_CODE.get(code) ?? 'other';
}

function indexCodes(): ReadonlyMap<string, CategoryId> {
  const index = new Map<string, CategoryId>();
  for (const [category, codes] of entriesOf(BY_CODE)) {
    for (const code of codes.split(' ')) index.set(code, category);
  }
  return index;
}

/** `Object.entries` that keeps the type of the keys. */
function entriesOf<Key extends string>(
  record: Readonly<Record<Key, string>>,
): readonly (readonly [Key, string])[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys.map((key) => [key, record[key]]);
}
