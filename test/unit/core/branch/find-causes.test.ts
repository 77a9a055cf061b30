import assert from 'node:assert/strict';
import { describeCauses } from '../../../../src/core/branch/described-item.js';
import { findCauses } from '../../../../src/core/branch/find-causes.js';
import { ENGLISH } from '../../../../src/core/language/language.js';

/** A project in which each file imports some others. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  'views.py': ['models.py', 'forms.py'],
  'forms.py': ['fields.py'],
  'models.py': ['fields.py'],
  'hub.py': ['a.py', 'b.py', 'c.py', 'd.py'],
};
const importsOf = async (path: string) => IMPORTS[path] ?? [];

const causesOf = (path: string, ...changed: readonly string[]) =>
  findCauses(path, new Set(changed), importsOf);

describe('the cause of an error in a file that the branch did not touch', () => {
  it('is a changed file that it imports', async () => {
    assert.deepEqual(await causesOf('views.py', 'models.py'), ['models.py']);
    assert.deepEqual(await causesOf('views.py', 'models.py', 'fields.py'), ['models.py']);
  });

  it('is one that its imports import, where none of them changed', async () => {
    assert.deepEqual(await causesOf('views.py', 'fields.py', 'other.py'), ['fields.py']);
  });

  it('is not named for a file that was changed itself, or has nothing to do with the change', async () => {
    assert.deepEqual(await causesOf('views.py', 'views.py', 'models.py'), []);
    assert.deepEqual(await causesOf('views.py', 'other.py'), []);
    assert.deepEqual(await causesOf('views.py'), []);
  });

  it('is one of few, and never guessed among many', async () => {
    assert.deepEqual(await causesOf('hub.py', 'c.py', 'a.py'), ['a.py', 'c.py']);
    assert.deepEqual(await causesOf('hub.py', 'a.py', 'b.py', 'c.py', 'd.py'), []);
  });

  it('is worded', () => {
    assert.equal(describeCauses([], ENGLISH), '');
    assert.equal(describeCauses(['a.py'], ENGLISH), 'broken by your change to a.py');
    const quote = (path: string) => `"${path}"`;
    assert.equal(
      describeCauses(['a.py', 'b.py', 'c.py'], ENGLISH, quote),
      'broken by your change to "a.py", "b.py" or "c.py"',
    );
  });
});
