import assert from 'node:assert/strict';
import { CATEGORIES } from '../../../src/core/category/categories.js';
import { categorise } from '../../../src/core/category/categorise.js';
import type { CategoryId } from '../../../src/core/category/category.js';
import { categoryTitle } from '../../../src/core/category/category-title.js';
import { ENGLISH } from '../../../src/core/language/language.js';

const MESSAGES: readonly (readonly [CategoryId, string, string])[] = [
  ['missing-annotations', 'no-untyped-def', 'Function is missing a type annotation'],
  ['missing-annotations', 'var-annotated', 'Need type annotation for "x"'],
  [
    'incompatible-types',
    'arg-type',
    'Argument 1 to "f" has incompatible type "str"; expected "int"',
  ],
  ['incompatible-types', 'assignment', 'Incompatible types in assignment'],
  ['optional', 'union-attr', 'Item "None" of "str | None" has no attribute "upper"'],
  ['attribute-access', 'union-attr', 'Item "int" of "int | str" has no attribute "upper"'],
  ['optional', 'arg-type', 'Argument 1 to "f" has incompatible type "str | None"; expected "str"'],
  ['optional', 'return-value', 'Incompatible return value type (got "None", expected "int")'],
  ['optional', 'operator', 'Unsupported left operand type for + ("None")'],
  ['optional', 'index', 'Value of type "Optional[Dict[str, int]]" is not indexable'],
  [
    'incompatible-defaults',
    'assignment',
    'Incompatible default for argument "x" (default has type "None", argument has type "int")',
  ],
  [
    'incompatible-defaults',
    'assignment',
    'Incompatible default for parameter "x" (default has type "None", parameter has type "int")',
  ],
  ['unreachable', 'unreachable', 'Statement is unreachable'],
  ['invalid-base-class', 'misc', 'Class cannot subclass "Base" (has type "Any")'],
  ['invalid-base-class', 'valid-type', 'Invalid base class "x"'],
  ['any-leaks', 'misc', 'Expression type contains "Any" (has type "dict[str, Any]")'],
  ['unused-ignores', 'unused-ignore', 'Unused "type: ignore" comment'],
  ['unused-ignores', '', 'Unused "type: ignore" comment'],
  ['overrides', 'override', 'Signature of "f" incompatible with supertype "A"'],
  ['imports', 'import-untyped', 'Library stubs not installed for "requests"'],
  ['syntax', 'syntax', 'invalid syntax'],
  ['other', 'misc', 'Something else'],
  ['other', 'django-manager-missing', 'a code of a plugin'],
];

describe('categories', () => {
  for (const [category, code, message] of MESSAGES) {
    it(`puts "${message}" [${code}] in ${category}`, () => {
      assert.equal(categorise(code, message), category);
    });
  }

  it('have a title each and are listed once', () => {
    assert.equal(new Set(CATEGORIES.map(({ id }) => id)).size, CATEGORIES.length);
    assert.equal(
      new Set(CATEGORIES.map(({ id }) => categoryTitle(id, ENGLISH))).size,
      CATEGORIES.length,
    );
  });
});
