import assert from 'node:assert/strict';
import { projectOfFile } from '../../../src/client/project-of-file.js';
import { projectSnapshot } from '../../support/client/snapshots.js';

describe('the project of a file', () => {
  const outer = projectSnapshot({ project: 'file:///shop' });
  const inner = projectSnapshot({ project: 'file:///shop/api' });

  it('is the innermost above it', () => {
    assert.equal(projectOfFile('file:///shop/api/views.py', [outer, inner]), inner);
    assert.equal(projectOfFile('file:///shop/cart.py', [outer, inner]), outer);
  });

  it('is none where a name only begins alike', () => {
    assert.equal(projectOfFile('file:///shopping/cart.py', [outer, inner]), undefined);
    assert.equal(projectOfFile('', [outer]), undefined);
  });
});
