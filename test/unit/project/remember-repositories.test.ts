import assert from 'node:assert/strict';
import { rememberRepositories } from '../../../src/project/project-location.js';

describe('the repositories of folders', () => {
  it('are asked for once each', async () => {
    const asked: string[] = [];
    const find = rememberRepositories((folder) => {
      asked.push(folder);
      return Promise.resolve({ kind: 'none' });
    });
    await Promise.all([find('/a'), find('/b'), find('/a')]);
    assert.deepEqual(await find('/b'), { kind: 'none' });
    assert.deepEqual(asked, ['/a', '/b']);
  });
});
