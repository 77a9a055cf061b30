import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { LastOutput } from '../../../../src/mypy/cache/last-output.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

describe('the last output of a cache', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });
  afterEach(() => folder.remove());

  it('is what was kept, by this process or another', async () => {
    const mine = new LastOutput(folder.path);
    assert.equal(await mine.read(), '');
    await mine.keep('a.py:1: error: ü\n');
    assert.equal(await mine.read(), 'a.py:1: error: ü\n');
    assert.equal(await new LastOutput(folder.path).read(), 'a.py:1: error: ü\n');
  });

  it('is not written again where it is the same, unless another process wrote', async () => {
    const output = new LastOutput(folder.path);
    await output.keep('one\n');
    const writtenAt = async () => (await stat(folder.at('last-output.txt'))).ctimeMs;
    const before = await writtenAt();
    await output.keep('one\n');
    assert.equal(await writtenAt(), before);
    await folder.write('last-output.txt', 'two\n');
    await output.keep('one\n');
    assert.equal(await output.read(), 'one\n');
  });

  it('is no trouble where it cannot be kept', async () => {
    const output = new LastOutput(folder.at('gone'));
    await output.keep('one\n');
    assert.equal(await output.read(), '');
  });
});
