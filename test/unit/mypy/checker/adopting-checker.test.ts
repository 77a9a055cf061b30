import assert from 'node:assert/strict';
import { stat, utimes, writeFile } from 'node:fs/promises';
import { AdoptingChecker } from '../../../../src/mypy/checker/adopting-checker.js';
import type { Checker, CheckOptions } from '../../../../src/mypy/checker/checker.js';
import { ProcessJudge } from '../../../../src/mypy/checker/process-judge.js';
import type { MypyInvocation } from '../../../../src/mypy/configuration/mypy-invocation.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const STDOUT = 'Success: no issues found in 1 source file\n';
const OUTPUT = { stdout: STDOUT, stderr: '', exitCode: 0, signal: null };
/** Of any content: files are asked for their stamps first. */
const HASH = '0'.repeat(64);

describe('taking over what another process found', () => {
  let folder: TemporaryFolder;
  let cache: TemporaryFolder;
  let asked: CheckOptions[];

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    cache = await TemporaryFolder.create();
    asked = [];
    await folder.write('a.py', 'x = 1\n');
  });
  afterEach(async () => {
    await folder.remove();
    await cache.remove();
  });

  /** A checker on a mypy that reads `a.py`, which has just been written. */
  function open(): (options?: Partial<CheckOptions>) => Promise<boolean> {
    const invocation: MypyInvocation = {
      environment: {
        interpreter: '/python',
        origin: 'setting',
        mypyVersion: '2.4.1',
        pythonVersion: '3.11',
        platform: 'linux',
        compiled: true,
      },
      root: folder.path,
      configFile: undefined,
      args: [],
      targets: ['.'],
      cacheFolder: cache.path,
    };
    const judge = new ProcessJudge(folder.path);
    const inner: Checker = {
      engine: 'fake',
      check: async (options) => {
        asked.push(options);
        const { record } = options;
        assert.ok(record);
        const { mtimeNs, ctimeNs, size, ino } = await stat(folder.at('a.py'), { bigint: true });
        const question = `f ${mtimeNs} ${ctimeNs} ${size} ${ino} ${HASH} a.py`;
        await writeFile(record.file, [record.token, question, 'end', ''].join('\n'));
        record.begin();
        record.end(OUTPUT);
        return judge.judge({ kind: 'ended', output: OUTPUT });
      },
      hasSameEnvironment: () => Promise.resolve(false),
      expectAnother: () => undefined,
      dispose: () => Promise.resolve(),
    };
    const ports = { workerScript: '', log: () => undefined, env: {} };
    const checker = new AdoptingChecker(inner, invocation, ports, judge);
    return async (options = {}) => {
      const works: Promise<void>[] = [];
      const signal = new AbortController().signal;
      const onAfterwork = (work: Promise<void>) => works.push(work);
      const run = await checker.check({ signal, mayAdopt: true, onAfterwork, ...options });
      await Promise.all(works);
      assert.equal(run.kind, 'complete');
      return run.adoption !== undefined;
    };
  }

  const file = () => folder.at('a.py');

  /** Another content of the same size and second. */
  async function rewrite(): Promise<void> {
    const { atime, mtime } = await stat(file());
    await writeFile(file(), 'x = 2\n');
    await utimes(file(), atime, mtime);
  }

  it('has mypy read a file again that it would take for unchanged, edited here or elsewhere', async () => {
    const [first, second] = [open(), open()];
    await first();
    await rewrite();
    assert.equal(await first({ edited: [file()] }), false);
    assert.deepEqual(asked[1]?.forget, [file()]);
    await rewrite();
    assert.equal(await second({ edited: [file()] }), false);
    assert.deepEqual(asked[2]?.forget, [file()]);
    await rewrite();
    assert.equal(await first(), false);
    assert.deepEqual(asked[3]?.forget, [file()]);
  });

  it('leaves it to mypy where that sees the change', async () => {
    const first = open();
    await first();
    await writeFile(file(), 'x = 1000\n');
    await first({ edited: [file()] });
    assert.deepEqual(asked[1]?.forget, []);
  });
});
