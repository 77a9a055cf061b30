import assert from 'node:assert/strict';
import { truncate, writeFile } from 'node:fs/promises';
import { KeptAnswer } from '../../../../src/mypy/answer/kept-answer.js';
import type { RunRecord } from '../../../../src/mypy/answer/run-record.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const OUTPUT = { stdout: 'a.py:1: error: ü  [x]\n', stderr: 'w\n', exitCode: 1, signal: null };

describe('an answer that is kept', () => {
  let folder: TemporaryFolder;
  let kept: KeptAnswer;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    kept = new KeptAnswer(folder.path);
  });
  afterEach(() => folder.remove());

  /** A run of a worker that has come to its end. */
  async function run(lines: readonly string[] = ['d .']): Promise<RunRecord> {
    const record = kept.openRecord();
    record.begin();
    record.end(OUTPUT);
    await writeFile(record.file, [record.token, ...lines, 'end', ''].join('\n'));
    return record;
  }

  /** What another process sees of it. */
  async function read() {
    const other = new KeptAnswer(folder.path);
    const head = other.readHead();
    const questions = head && (await other.readQuestions(head));
    const output = head && (await other.readOutput(head));
    return { head, isWhole: questions !== undefined && output !== undefined, output };
  }

  it('is there for other processes until mypy is asked again', async () => {
    assert.equal(kept.readHead(), undefined);
    const questions = [{ path: '.', answer: 'd' }];
    assert.deepEqual(await kept.keep(await run(), 'key', 4_321), { kind: 'kept', questions });
    const { head, isWhole, output } = await read();
    assert.equal(head?.key, 'key');
    assert.equal(head.durationMs, 4_321);
    assert.ok(isWhole);
    assert.deepEqual(output, OUTPUT);
    kept.drop();
    assert.equal(kept.readHead(), undefined);
    kept.drop();
  });

  it('is not used where any part of it is cut off, gone or of another run', async () => {
    const names = ['last-answer.json', 'last-questions.txt', 'last-output.txt'];
    for (const name of names) {
      await kept.keep(await run(), 'key', 1);
      await truncate(folder.at(name), 20);
      assert.equal((await read()).isWhole, false, name);
      await kept.keep(await run(), 'key', 1);
      await folder.delete(name);
      assert.equal((await read()).isWhole, false, name);
    }
    await kept.keep(await run(), 'key', 1);
    await run();
    assert.equal((await read()).isWhole, false);
  });

  it('is not kept of a run that no worker made, or that was made again by none', async () => {
    const record = await run();
    record.begin();
    assert.deepEqual(await kept.keep(record, 'key', 1), { kind: 'none' });
    assert.equal(kept.readHead(), undefined);
  });

  it('is not kept where there is more to ask than files', async () => {
    const keeping = await kept.keep(await run(["flaw 'own'"]), 'key', 1);
    assert.deepEqual(keeping, { kind: 'untold', why: "'own'" });
    assert.equal(kept.readHead(), undefined);
  });

  it('is not kept where nothing can be written, and leaves nothing', async () => {
    const record = await run();
    await folder.remove();
    assert.deepEqual(await kept.keep(record, 'key', 1), { kind: 'none' });
  });
});
