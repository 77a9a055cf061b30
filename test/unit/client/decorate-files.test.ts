import assert from 'node:assert/strict';
import { decorateFiles } from '../../../src/client/explorer/decorate-files.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { CALLS, counts, projectResult, projectSnapshot } from '../../support/client/snapshots.js';

describe('the decorations of files in the Explorer', () => {
  it('are none unless they are wanted, and none before a result', () => {
    assert.equal(decorateFiles(projectSnapshot(), 'none', ENGLISH).size, 0);
    assert.equal(decorateFiles(projectSnapshot({ result: null }), 'all', ENGLISH).size, 0);
  });

  it('count the new errors of a file', () => {
    const decorations = decorateFiles(projectSnapshot(), 'new', ENGLISH);
    assert.deepEqual(
      [...decorations],
      [
        [
          'shop/cart.py',
          { badge: '1', tooltip: '1 new type error, 2 type errors in all', hasNew: true },
        ],
      ],
    );
  });

  it('count every error where all are wanted', () => {
    const decorations = decorateFiles(projectSnapshot(), 'all', ENGLISH);
    assert.deepEqual([...decorations.keys()], ['shop/cart.py', 'shop/order.py', 'a.py']);
    assert.deepEqual(decorations.get('a.py'), {
      badge: '5',
      tooltip: '5 type errors',
      hasNew: false,
    });
  });

  it('add up the codes and categories of a file', () => {
    const result = projectResult({ categories: [CALLS, CALLS] });
    const decorations = decorateFiles(projectSnapshot({ result }), 'new', ENGLISH);
    assert.equal(decorations.get('shop/cart.py')?.badge, '2');
  });

  it('have two characters at most', () => {
    const files = [{ ...counts(140, 0, 140), path: 'a.py' }];
    const [code] = CALLS.codes;
    assert.ok(code);
    const result = projectResult({ categories: [{ ...CALLS, codes: [{ ...code, files }] }] });
    assert.equal(
      decorateFiles(projectSnapshot({ result }), 'new', ENGLISH).get('a.py')?.badge,
      '9+',
    );
  });

  it('call nothing new without a baseline', () => {
    const snapshot = projectSnapshot({ presence: 'absent' });
    assert.equal(decorateFiles(snapshot, 'new', ENGLISH).size, 0);
    assert.equal(decorateFiles(snapshot, 'all', ENGLISH).get('shop/cart.py')?.hasNew, false);
  });
});
