import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readlink, stat, symlink } from 'node:fs/promises';
import { serialiseBaseline } from '../../src/core/baseline/serialise-baseline.js';
import { phrase } from '../../src/core/language/language.js';
import { BaselineStore } from '../../src/workspace/baseline-store/baseline-store.js';
import { ENVIRONMENT } from '../support/arbitrary/entries.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

const NAME = 'mypy-baseline.jsonl';
const EMPTY = serialiseBaseline({ environment: ENVIRONMENT, entries: [] });
const ENTRY = { path: 'a.py', code: 'misc', scope: '', message: 'm', text: 't' };
const FULL = serialiseBaseline({ environment: ENVIRONMENT, entries: [ENTRY] });

describe('the baseline file on disk', () => {
  let folder: TemporaryFolder;
  let store: BaselineStore;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('a b#é');
    store = new BaselineStore(folder.at(NAME));
  });
  afterEach(() => folder.remove());

  const write = (content: string) => store.write(() => ({ kind: 'write', content }));

  it('is written, and leaves nothing beside it', async () => {
    assert.equal((await store.read()).kind, 'absent');
    assert.deepEqual(await write(FULL), { kind: 'written' });
    assert.equal(await folder.read(NAME), FULL);
    assert.deepEqual(await readdir(folder.path), [NAME]);
  });

  it('is read ahead where it is there, and as it is then when it is asked for', async () => {
    await store.readAhead();
    assert.equal((await store.read()).kind, 'absent');
    await folder.write(NAME, EMPTY);
    await store.readAhead();
    await folder.write(NAME, FULL);
    const read = await store.read();
    assert.equal(read.kind === 'read' && read.content, FULL);
  });

  it('is not touched when it says the same already', async () => {
    await folder.write(NAME, FULL);
    const before = await stat(folder.at(NAME));
    assert.deepEqual(await write(FULL), { kind: 'unchanged' });
    assert.deepEqual(await store.write(() => ({ kind: 'keep' })), { kind: 'unchanged' });
    assert.equal((await stat(folder.at(NAME))).mtimeMs, before.mtimeMs);
  });

  for (const [name, content] of [
    ['malformed', 'oops\n'],
    ['newer', EMPTY.replace('"version":1', '"version":7')],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ] as const) {
    it(`is never written over when it is ${name}`, async () => {
      await folder.write(NAME, content);
      const before = await folder.read(NAME);
      assert.equal((await write(FULL)).kind, 'refused');
      assert.equal(await folder.read(NAME), before);
    });
  }

  it('is unreadable when a folder stands in its place', async () => {
    await mkdir(folder.at(NAME));
    assert.equal((await store.read()).kind, 'unreadable');
    assert.equal((await write(FULL)).kind, 'refused');
  });

  it('keeps a symbolic link and the mode of its target', async () => {
    await folder.write('real.jsonl', EMPTY);
    await chmod(folder.at('real.jsonl'), 0o640);
    await symlink('real.jsonl', folder.at(NAME));
    assert.deepEqual(await write(FULL), { kind: 'written' });
    assert.equal(await readlink(folder.at(NAME)), 'real.jsonl');
    assert.equal(await folder.read('real.jsonl'), FULL);
    assert.equal((await stat(folder.at('real.jsonl'))).mode & 0o777, 0o640);
  });

  it('loses nothing when many write at once', async () => {
    await folder.write(NAME, EMPTY);
    const names = Array.from({ length: 12 }, (_, index) => `f${index}.py`);
    await Promise.all(
      names.map((path) =>
        new BaselineStore(folder.at(NAME)).write((current) => {
          assert.ok(current.kind === 'read');
          const entries = [...current.baseline.entries, { ...ENTRY, path }];
          return {
            kind: 'write',
            content: serialiseBaseline({ environment: ENVIRONMENT, entries }),
          };
        }),
      ),
    );
    const read = await store.read();
    assert.ok(read.kind === 'read');
    assert.deepEqual(read.baseline.entries.map(({ path }) => path).sort(), names.sort());
    assert.deepEqual(await readdir(folder.path), [NAME]);
  });

  it('is not written over when another program changed it while we decided', async () => {
    const other = `${FULL}\n`;
    for (const before of [EMPTY, undefined]) {
      if (before === undefined) await folder.delete(NAME);
      else await folder.write(NAME, before);
      const result = await store.write(() => {
        writeFileSync(folder.at(NAME), other);
        return { kind: 'write', content: FULL };
      });
      assert.deepEqual(result, {
        kind: 'failed',
        detail: phrase('it was changed by another program meanwhile'),
      });
      assert.equal(await folder.read(NAME), other);
      assert.deepEqual(await readdir(folder.path), [NAME]);
    }
    assert.deepEqual(await write(FULL), { kind: 'written' });
  });

  it('says why it could not be written', async () => {
    const missing = new BaselineStore(folder.at('no/such/folder/x.jsonl'));
    const result = await missing.write(() => ({ kind: 'write', content: FULL }));
    assert.equal(result.kind, 'failed');
  });
});
