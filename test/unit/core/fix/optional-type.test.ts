import assert from 'node:assert/strict';
import { allowsNone, toOptional } from '../../../../src/core/fix/optional-type.js';

describe('a type that allows None', () => {
  it('is a union, inside of the quotes where there are some', () => {
    const union = { kind: 'union' } as const;
    assert.equal(toOptional('int', union), 'int | None');
    assert.equal(toOptional('"A[\'b\']"', union), '"A[\'b\'] | None"');
    assert.equal(toOptional("'A'", union), "'A | None'");
    assert.equal(toOptional('A["B"]', union), 'A["B"] | None');
  });

  it('is Optional, by its name in the file', () => {
    const style = { kind: 'optional', name: 't.Optional' } as const;
    assert.equal(toOptional('int', style), 't.Optional[int]');
    assert.equal(toOptional('"A"', style), 't.Optional["A"]');
  });

  it('is known by its words', () => {
    const allowing = [
      'None',
      'Optional[int]',
      't.Optional[list[int]]',
      'int | None',
      'None|int',
      'Union[int, None]',
      'Union[None, dict[str, int]]',
      '"int | None"',
    ];
    const others = ['int', 'list[None]', 'Optional[int] | X', 'Union[int, list[None]]', 'NoneLike'];
    assert.deepEqual(allowing.filter(allowsNone), allowing);
    assert.deepEqual(others.filter(allowsNone), []);
  });
});
