import assert from 'node:assert/strict';
import { isShownTwice, type ShownError } from '../../../src/client/neighbours/shown-twice.js';

const OURS = ['mypy', 'mypy-baseline'];

function shown(source: string, line = 5, message = 'Missing return statement'): ShownError {
  return { source, line, message };
}

describe('an error in the Problems panel', () => {
  it('is there twice where we and a neighbour show it, whichever of ours it is', () => {
    for (const source of OURS) {
      assert.equal(isShownTwice([shown(source), shown('Mypy')], 'Mypy', OURS), true);
      assert.equal(isShownTwice([shown('Mypy'), shown(source)], 'Mypy', OURS), true);
    }
  });

  it('is there twice where a neighbour names our source', () => {
    assert.equal(isShownTwice([shown('mypy'), shown('mypy')], 'mypy', OURS), true);
    assert.equal(isShownTwice([shown('mypy-baseline'), shown('mypy')], 'mypy', OURS), true);
  });

  it('is not where only one shows it', () => {
    assert.equal(isShownTwice([shown('mypy')], 'mypy', OURS), false);
    assert.equal(isShownTwice([shown('Mypy', 5), shown('mypy', 6)], 'Mypy', OURS), false);
    const other = shown('mypy', 5, 'Name "x" is not defined');
    assert.equal(isShownTwice([shown('Mypy'), other], 'Mypy', OURS), false);
  });

  it('is not where another checker says the same', () => {
    assert.equal(isShownTwice([shown('mypy'), shown('Ruff')], 'Mypy', OURS), false);
    assert.equal(isShownTwice([shown('Ruff'), shown('Ruff')], 'Mypy', OURS), false);
  });
});
