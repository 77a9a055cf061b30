import assert from 'node:assert/strict';
import { chmod, rm, truncate } from 'node:fs/promises';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import { BaselineMemory } from '../../src/workspace/baseline-store/baseline-memory.js';
import { CommittedBaselines } from '../../src/workspace/baseline-store/committed-baselines.js';
import { ENVIRONMENT } from '../support/arbitrary/entries.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

const NAME = 'mypy-baseline.jsonl';

/** A baseline that says something for each of some paths. */
function baselineOf(...paths: readonly string[]): string {
  const entries = paths.map((path) => ({ path, code: 'misc', scope: '', message: 'é', text: 't' }));
  return serialiseBaseline({ environment: ENVIRONMENT, entries });
}

describe('the baselines of commits', () => {
  let folder: TemporaryFolder;
  let subject: CommittedBaselines;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('committed');
    subject = new CommittedBaselines(new BaselineMemory());
    await folder.write(NAME, baselineOf('a.py'));
  });
  afterEach(() => folder.remove());

  async function read(revision?: string) {
    const found = await subject.read(folder.at(NAME), revision);
    assert.ok(found.kind === 'found' && found.read.kind === 'read', JSON.stringify(found));
    return found.read;
  }

  /** Cuts the object in which git keeps the committed file: its name and size can still be read. */
  async function damageCommitted(): Promise<void> {
    const id = await git(folder.path, 'rev-parse', `HEAD:${NAME}`);
    const object = folder.at(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    await chmod(object, 0o600);
    await truncate(object, 60);
  }

  for (const format of ['sha1', 'sha256']) {
    it(`are not sent by git where the file on disk is the same (${format})`, async () => {
      await git(folder.path, 'init', '--quiet', `--object-format=${format}`);
      await commitAll(folder.path, 'first');
      await damageCommitted();
      assert.equal((await read()).content, baselineOf('a.py'));
      await folder.write(NAME, baselineOf('b.py'));
      const other = new CommittedBaselines(new BaselineMemory());
      assert.equal((await other.read(folder.at(NAME))).kind, 'failed');
    });
  }

  it('are not read again under another revision', async () => {
    await createRepository(folder.path);
    await folder.write('a.py', '');
    await commitAll(folder.path, 'second');
    const first = await read('HEAD~1');
    await damageCommitted();
    await rm(folder.at(NAME));
    assert.equal(await read(), first);
  });

  it('are those of the commit, whatever lies on disk', async () => {
    await createRepository(folder.path);
    for (const onDisk of [
      baselineOf('b.py'),
      baselineOf('a.py').replaceAll('\n', '\r\n'),
      Buffer.alloc(Buffer.byteLength(baselineOf('a.py')), 0xff),
    ]) {
      await folder.write(NAME, onDisk);
      subject = new CommittedBaselines(new BaselineMemory());
      assert.equal((await read()).content, baselineOf('a.py'));
    }
    await folder.write(NAME, baselineOf('c.py', 'd.py'));
    await commitAll(folder.path, 'second');
    assert.equal((await read()).content, baselineOf('c.py', 'd.py'));
    assert.equal((await read('HEAD~1')).content, baselineOf('a.py'));
  });

  it('are absent where there is no repository, no commit or no such file in it', async () => {
    const kind = async () => (await subject.read(folder.at(NAME))).kind;
    assert.equal(await kind(), 'absent');
    await git(folder.path, 'init', '--quiet');
    assert.equal(await kind(), 'absent');
    await rm(folder.at(NAME));
    await createRepository(folder.path);
    await folder.write(NAME, baselineOf('a.py'));
    assert.equal(await kind(), 'absent');
  });

  it('are not taken for absent where a folder has their name', async () => {
    await rm(folder.at(NAME));
    await folder.write(`${NAME}/a.txt`, '');
    await createRepository(folder.path);
    assert.equal((await subject.read(folder.at(NAME))).kind, 'failed');
  });
});
