import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pythonOptions } from '../../src/mypy/command/python-command.js';
import { findChanged, parseReadyLine } from '../../src/mypy/worker/witnesses.js';
import { VERSION } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';
import { check, errorsOf, MypyProject, WORKER_SCRIPT } from '../support/mypy/mypy-project.js';
import { findProcesses, until } from '../support/mypy/processes.js';

const ENGINES = ['process', 'prewarmed'] as const;

const FILES = { 'a.py': 'x: int = ""\n' };

/** A plugin that tells its process id and then never returns. */
const HANGING_PLUGIN = [
  'import os, time',
  'def plugin(version):',
  '    with open("pid.txt", "w") as file:',
  '        file.write(f"{os.getpid()}\\n")',
  '    time.sleep(600)',
  '',
].join('\n');

const HANGING = {
  ...FILES,
  'plugin.py': HANGING_PLUGIN,
  'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
};

describe('endings of real mypy', () => {
  let project: MypyProject | undefined;

  async function open(
    files: Readonly<Record<string, string>>,
    args: readonly string[] = [],
  ): Promise<MypyProject> {
    project = await MypyProject.create(VERSION, files, { args });
    return project;
  }

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  /** The process id of mypy, once the plugin hangs. */
  async function pidOf(opened: MypyProject): Promise<number> {
    let pid = '';
    await until(async () => {
      const files = await readdir(opened.folder.path);
      pid = files.includes('pid.txt') ? await opened.folder.read('pid.txt') : '';
      return pid.endsWith('\n');
    });
    return Number(pid);
  }

  async function isRunning(pid: number): Promise<boolean> {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  for (const engine of ENGINES) {
    it(`${engine}: a check that is cancelled leaves no mypy`, async () => {
      const opened = await open(HANGING);
      const checker = opened.checker(engine);
      const cancelling = new AbortController();
      const running = checker.check({ signal: cancelling.signal });
      const pid = await pidOf(opened);
      cancelling.abort();
      assert.deepEqual(await running, { kind: 'cancelled' });
      assert.equal(await isRunning(pid), false);
      await checker.dispose();
      assert.deepEqual(await findProcesses(opened.invocation.cacheFolder), []);
    });

    it(`${engine}: a check after one that was cancelled is whole`, async () => {
      const opened = await open(HANGING);
      const checker = opened.checker(engine);
      const cancelling = new AbortController();
      const running = checker.check({ signal: cancelling.signal });
      await pidOf(opened);
      cancelling.abort();
      await running;
      await opened.folder.write('mypy.ini', '[mypy]\nexclude = plugin\n');
      assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
    });

    it(`${engine}: a check that is cancelled beforehand starts nothing`, async () => {
      const opened = await open(HANGING);
      const run = await opened.checker(engine).check({ signal: AbortSignal.abort() });
      assert.deepEqual(run, { kind: 'cancelled' });
      assert.ok(!(await readdir(opened.folder.path)).includes('pid.txt'));
    });

    it(`${engine}: mypy that is killed by somebody else proves nothing`, async () => {
      const opened = await open(HANGING);
      const running = check(opened.checker(engine));
      process.kill(await pidOf(opened), 'SIGKILL');
      const run = await running;
      assert.deepEqual(run.kind === 'failed' && run.failure, { kind: 'killed', signal: 'SIGKILL' });
    });

    it(`${engine}: a check that takes too long is ended, with all of its processes`, async () => {
      const opened = await open(HANGING);
      const { signal } = new AbortController();
      const run = await opened.checker(engine).check({ signal, timeoutMs: 1_500 });
      const failure = { kind: 'timed-out', afterMs: 1_500 };
      assert.deepEqual(run, { kind: 'failed', failure, stderr: '' });
      assert.deepEqual(await findProcesses(opened.invocation.cacheFolder), []);
    });

    it(`${engine}: the end of a checker is the end of its check`, async () => {
      const opened = await open(HANGING);
      const checker = opened.checker(engine);
      const running = check(checker);
      const pid = await pidOf(opened);
      await checker.dispose();
      assert.deepEqual(await running, { kind: 'cancelled' });
      assert.equal(await isRunning(pid), false);
    });

    it(`${engine}: tells how long it has been running`, async () => {
      const opened = await open(HANGING);
      const cancelling = new AbortController();
      const elapsed: number[] = [];
      const running = opened.checker(engine).check({
        signal: cancelling.signal,
        onProgress: ({ elapsedMs }) => void elapsed.push(elapsedMs),
      });
      await until(() => elapsed.length >= 3);
      cancelling.abort();
      await running;
      assert.deepEqual(
        elapsed,
        [...elapsed].sort((a, b) => a - b),
      );
    });
  }

  it('a worker ends when whoever started it is gone, idle or not', async () => {
    const opened = await open(HANGING);
    const { environment } = opened.invocation;
    const command = [...pythonOptions(environment), WORKER_SCRIPT, 'serve'];
    const options = { cwd: opened.folder.path } as const;
    const idle = spawn(environment.interpreter, command, options);
    const idleEnd = new Promise((resolve) => idle.once('exit', resolve));
    idle.stdin.end();
    assert.equal(await idleEnd, 0);

    const busy = spawn(environment.interpreter, command, options);
    const busyEnd = new Promise((resolve) => busy.once('exit', resolve));
    busy.stdin.write(
      `${JSON.stringify({ args: ['.'], cacheFolder: '', forget: [], awaited: [] })}\n`,
    );
    await pidOf(opened);
    busy.stdin.end();
    assert.equal(await busyEnd, 1);
  });

  it('a worker names what it depends on, as Node sees it', async () => {
    const opened = await open(FILES);
    const { environment } = opened.invocation;
    const command = [...pythonOptions(environment), WORKER_SCRIPT, 'serve'];
    const worker = spawn(environment.interpreter, command, { cwd: opened.folder.path });
    const [line] = await once(createInterface(worker.stdout), 'line');
    worker.stdin.end();
    const witnesses = parseReadyLine(line) ?? [];
    assert.equal(findChanged(witnesses), undefined);
    const present = witnesses
      .filter(({ mtime }) => mtime !== null)
      .map(({ path }) => basename(path));
    for (const name of ['pyvenv.cfg', 'version.py', 'site-packages']) {
      assert.ok(present.includes(name), `${name} in ${present}`);
    }
  });

  it('a worker whose environment changed under it is not used', async () => {
    const opened = await open(FILES);
    const stale = opened.folder.at('worker.py');
    const changed = opened.folder.at('a.py');
    const ready = JSON.stringify({ witnesses: [[changed, '1']] });
    await writeFile(stale, `print(${JSON.stringify(ready)}, flush=True)\ninput()\n`);
    const checker = opened.checker('prewarmed', { workerScript: stale });
    assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
    assert.match(opened.log.join('\n'), /a\.py changed since mypy was imported/);
  });

  it('a worker that ended while it waited is done without', async () => {
    const opened = await open(FILES);
    const brief = opened.folder.at('worker.py');
    await writeFile(brief, 'print(\'{"witnesses": []}\', flush=True)\n');
    const checker = opened.checker('prewarmed', { workerScript: brief });
    await until(async () => (await findProcesses(brief)).length === 0);
    assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
  });

  it('a worker that does not get ready is done without, and after three no more are tried', async () => {
    const opened = await open(FILES);
    const broken = opened.folder.at('worker.py');
    await writeFile(broken, 'raise RuntimeError("no worker today")\n');
    const checker = opened.checker('prewarmed', { workerScript: broken });
    for (let count = 0; count < 5; count++) {
      assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
    }
    const told = opened.log.filter((line) => line.includes('RuntimeError: no worker today'));
    assert.equal(told.length, 3);
  });

  it('a cache that makes mypy crash is dropped', async () => {
    // The default since 1.20.
    const opened = await open(FILES, isSince(VERSION, 1, 20) ? [] : ['--sqlite-cache']);
    const checker = opened.checker('auto');
    assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
    const cache = join(opened.invocation.cacheFolder, opened.invocation.environment.pythonVersion);
    for (const name of await readdir(cache)) {
      if (name.endsWith('.db')) await writeFile(join(cache, name), 'not a database, not at all');
    }
    assert.deepEqual(errorsOf(await check(checker)), ['a.py:1 assignment']);
    assert.match(opened.log.join('\n'), /its cache is dropped/);
  });
});
