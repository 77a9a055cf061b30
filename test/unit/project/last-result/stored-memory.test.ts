import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { LocatedError, MypyError } from '../../../../src/core/error/mypy-error.js';
import type { KeptCheck } from '../../../../src/project/last-result/result-memory.js';
import { StoredMemory } from '../../../../src/project/last-result/stored-memory.js';
import { SourceReader } from '../../../../src/workspace/source/source-reader.js';
import { ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const SOURCE = ['import os', '', 'def load(name):', '    return os.open(name)', ''].join('\n');

const FOUND: readonly MypyError[] = [
  {
    path: 'a.py',
    start: { line: 3, column: 1 },
    end: { line: 4, column: 24 },
    code: 'no-untyped-def',
    message: 'Function is missing a type annotation',
    notes: [],
  },
  {
    path: 'a.py',
    start: { line: 4, column: 12 },
    end: { line: 4, column: 24 },
    code: 'call-arg',
    message: 'Missing positional argument "flags" in call to "open"',
    notes: [],
  },
];

describe('the memory of results in files', () => {
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let messages: string[];
  let errors: readonly LocatedError[];

  beforeEach(async () => {
    folder = await TemporaryFolder.create('projéct #1');
    storage = await TemporaryFolder.create();
    messages = [];
    await folder.write('a.py', SOURCE);
    errors = await new SourceReader().locate(folder.path, FOUND, ENVIRONMENT.mypy);
  });
  afterEach(async () => {
    await folder.remove();
    await storage.remove();
  });

  /** A session of its own, of a project with a configuration. */
  function open({
    version = '1.0.0',
    config = ENVIRONMENT.config,
    source = new SourceReader(),
  } = {}): StoredMemory {
    const log = (message: string) => void messages.push(message);
    return new StoredMemory({
      storageFolder: storage.path,
      version,
      identity: {
        root: folder.path,
        baselinePath: folder.at('mypy-baseline.jsonl'),
        config,
        targets: ENVIRONMENT.targets,
        interpreter: '',
      },
      source,
      log: { info: log, warn: log, error: log },
    });
  }

  async function keep(check: Partial<KeptCheck> = {}): Promise<void> {
    const memory = open();
    memory.keep({
      errors,
      environment: ENVIRONMENT,
      startedAt: Date.now(),
      checkedAt: 5_000,
      durationMs: 70,
      checkedFiles: 1,
      cold: null,
      ...check,
    });
    await memory.close();
  }

  const stored = async () => {
    const names = await readdir(storage.at('last-results')).catch(() => []);
    return names.map((name) => join(storage.at('last-results'), name));
  };
  const recalledLines = async () =>
    (await open().recall())?.errors.map(({ code, range }) => `${range.startLine} ${code}`);

  it('gives the next session what this one found', async () => {
    await keep();
    assert.deepEqual(await open().recall(), {
      errors,
      environment: ENVIRONMENT,
      checkedAt: 5_000,
      durationMs: 70,
      checkedFiles: 1,
      cold: null,
    });
  });

  it('has nothing before the first check', async () => {
    assert.equal(await open().recall(), null);
    assert.deepEqual(messages, []);
  });

  it('spares the first check what it knows of files that did not change', async () => {
    await keep();
    const source = new SourceReader();
    const recalled = await open({ source }).recall();
    const located = await source.locate(folder.path, FOUND, ENVIRONMENT.mypy);
    assert.equal(located.length, 2);
    assert.ok(located.every((error, index) => error === recalled?.errors[index]));
    await folder.edit('a.py', 'os.open(name)', 'os.open(name, 0)');
    const again = await source.locate(folder.path, FOUND, ENVIRONMENT.mypy);
    assert.match(again[1]?.text ?? '', /name, 0/);
  });

  it('follows lines that moved while no session was open', async () => {
    await keep();
    await folder.write('a.py', `# a word\n${SOURCE}`);
    assert.deepEqual(await recalledLines(), ['3 no-untyped-def', '4 call-arg']);
  });

  it('leaves out errors of lines that changed, and says how many', async () => {
    await keep();
    await folder.edit('a.py', 'os.open(name)', 'os.open(name, 0)');
    assert.deepEqual(await recalledLines(), ['2 no-untyped-def']);
    assert.match(messages.join(), /^1 errors of the last session/);
  });

  it('leaves out errors of files that are gone', async () => {
    await keep();
    await folder.delete('a.py');
    assert.deepEqual(await recalledLines(), []);
  });

  it('does not believe the stamp of a file that was written while mypy ran', async () => {
    const { mtimeMs } = await stat(folder.at('a.py'));
    await keep({ startedAt: mtimeMs - 1 });
    const other = SOURCE.replace('os.open(name)', 'os.exec(name)');
    await writeFile(folder.at('a.py'), other);
    await utimes(folder.at('a.py'), mtimeMs / 1000, mtimeMs / 1000);
    assert.deepEqual(await recalledLines(), ['2 no-untyped-def']);
  });

  it('ignores the result of another version of the product, or of another configuration', async () => {
    await keep();
    assert.equal(await open({ version: '1.0.1' }).recall(), null);
    assert.equal(await open({ config: 'ffffffffffff' }).recall(), null);
    assert.deepEqual(messages, []);
    assert.notEqual(await open().recall(), null);
  });

  it('removes a damaged file, and says so', async () => {
    await keep();
    const [file = ''] = await stored();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 20));
    assert.equal(await open().recall(), null);
    assert.deepEqual(await stored(), []);
    assert.match(messages.join(), /damaged.*removed/);
  });

  it('ignores a file of a later format, and lets it be', async () => {
    await keep();
    const [file = ''] = await stored();
    const header = '{"format":2}\n';
    await writeFile(file, `${header}[${crc32(header)}]\n`);
    assert.equal(await open().recall(), null);
    assert.deepEqual(await stored(), [file]);
  });

  it('writes several checks in a row once, and leaves no temporary file', async () => {
    const memory = open();
    for (const checkedAt of [1, 2, 3]) {
      memory.keep({
        errors,
        environment: ENVIRONMENT,
        startedAt: 0,
        checkedAt,
        durationMs: 1,
        checkedFiles: null,
        cold: null,
      });
    }
    await memory.close();
    assert.equal((await open().recall())?.checkedAt, 3);
    assert.equal((await stored()).length, 1);
  });

  it('removes what nobody used for a month, and nothing that is not its own', async () => {
    await keep();
    const [file = ''] = await stored();
    await storage.write('last-results/notes.txt', '');
    const old = Date.now() / 1000 - 31 * 24 * 3_600;
    for (const path of [file, storage.at('last-results/notes.txt')]) await utimes(path, old, old);
    await keep({ environment: { ...ENVIRONMENT, config: 'ffffffffffff' } });
    const left = await stored();
    assert.equal(left.length, 2);
    assert.ok(!left.includes(file) && left.includes(storage.at('last-results/notes.txt')));
  });

  it('says in the log that it cannot write, and nothing worse', async () => {
    await storage.write('last-results', 'a file where the folder should be');
    await keep();
    assert.match(messages.join(), /could not be kept/);
  });
});
