import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { measureMemory } from '../../../src/mypy/daemon/daemon-memory.js';
import { DaemonProject, SPOKEN_VERSIONS } from '../../support/mypy/daemon-project.js';
import { chooseVersions } from '../../support/mypy/interpreters.js';
import { check, errorsOf, preview } from '../../support/mypy/mypy-project.js';
import { until } from '../../support/mypy/processes.js';

const FILES = { 'a.py': 'x: int = ""\n', 'b.py': 'y: int = 1\n' };

const ERRORS = ['a.py:1 assignment'];

/** A plugin that makes mypy crash, or hang, when a file says so. */
const PLUGIN = [
  'import os, time',
  'from mypy.plugin import Plugin',
  'class Faulty(Plugin):',
  '    def get_function_hook(self, name):',
  '        if name.endswith("crash"):',
  '            raise RuntimeError("boom")',
  '        if name.endswith("leave"):',
  '            os._exit(3)',
  '        if name.endswith("hang"):',
  '            open("hangs.txt", "w").close()',
  '            time.sleep(600)',
  'def plugin(version):',
  '    return Faulty',
  '',
].join('\n');

const FAULTY = {
  ...FILES,
  'plugin.py': PLUGIN,
  'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
};

describe("faults of mypy's daemon", () => {
  let opened: DaemonProject | undefined;

  async function open(...args: Parameters<typeof DaemonProject.open>): Promise<DaemonProject> {
    opened = await DaemonProject.open(...args);
    return opened;
  }

  /** Nothing may be left behind, whatever the test did. */
  afterEach(async () => {
    if (opened === undefined) return;
    const daemons = await opened.daemons();
    await opened.checker.dispose();
    assert.deepEqual(await opened.daemons(), []);
    for (const { folder } of daemons) assert.equal(existsSync(folder), false, folder);
    await opened.remove();
    opened = undefined;
  });

  for (const version of SPOKEN_VERSIONS) {
    it(`${version}: one that is killed while idle is replaced`, async () => {
      const project = await open(version, FILES);
      const [before] = await project.daemons();
      assert.ok(before !== undefined && existsSync(before.folder));
      await project.signal('SIGKILL');
      const run = await preview(project.checker);
      assert.deepEqual(errorsOf(run), ERRORS);
      assert.equal(run.kind === 'complete' && run.authority, 'plain');
      assert.match(project.log, /daemon is gone/);
      assert.equal(existsSync(before.folder), false);
    });

    it(`${version}: one that is killed while it checks is replaced`, async () => {
      const project = await open(version, FAULTY);
      await project.folder.write('b.py', 'def hang() -> int: ...\n\n\nhang()\n');
      const running = preview(project.checker);
      await until(() => project.folder.has('hangs.txt'));
      await project.folder.write('b.py', FILES['b.py']);
      await project.signal('SIGKILL');
      const run = await running;
      assert.deepEqual(errorsOf(run), ERRORS);
      assert.equal(run.kind === 'complete' && run.authority, 'plain');
    });

    it(`${version}: one that leaves, or crashes, is replaced`, async () => {
      for (const fault of ['leave', 'crash']) {
        const project = await open(version, FAULTY);
        await project.folder.write('b.py', `def ${fault}() -> int: ...\n\n\n${fault}()\n`);
        const run = await preview(project.checker);
        // Plain mypy fares no better.
        assert.equal(run.kind, 'failed', JSON.stringify(run));
        await project.folder.write('b.py', FILES['b.py']);
        assert.deepEqual(errorsOf(await preview(project.checker)), ERRORS);
        assert.match(project.log, /daemon is gone/);
        await project.remove();
      }
    });

    it(`${version}: a configuration that changed starts another one`, async () => {
      const project = await open(version, { ...FILES, 'mypy.ini': '[mypy]\n' });
      await project.folder.write('mypy.ini', '[mypy]\ndisallow_any_explicit = True\n');
      await project.folder.write('b.py', 'from typing import Any\n\ny: Any = 1\n');
      const withAny = [...ERRORS, /^1\./.test(version) ? 'b.py:3 misc' : 'b.py:3 explicit-any'];
      const run = await preview(project.checker);
      assert.equal(run.kind === 'complete' && run.authority, 'plain');
      assert.deepEqual([...errorsOf(run)].sort().map(codeless), withAny.map(codeless));
      assert.match(project.log, /daemon is gone \(configuration changed\)/);
      await until(() => /is ready after.*is ready after/s.test(project.log));
      const next = await project.preview();
      assert.equal(errorsOf(next).length, 2);
    });

    it(`${version}: two checks fast after another, and one that is cancelled`, async () => {
      const project = await open(version, FILES);
      const cancelling = new AbortController();
      const first = project.checker.check({ signal: cancelling.signal, authority: 'any' });
      cancelling.abort();
      assert.deepEqual(await first, { kind: 'cancelled' });
      await project.folder.write('b.py', 'y: int = ""\n');
      assert.deepEqual([...errorsOf(await project.preview())].sort(), [
        ...ERRORS,
        'b.py:1 assignment',
      ]);
    });

    it(`${version}: the end of a checker is the end of its daemon, stopped or not`, async () => {
      const stopped = await open(version, FILES);
      const [daemon] = await stopped.daemons();
      await stopped.signal('SIGSTOP');
      const running = preview(stopped.checker);
      await stopped.checker.dispose();
      assert.deepEqual(await running, { kind: 'cancelled' });
      assert.deepEqual(await stopped.daemons(), []);
      assert.ok(daemon !== undefined && !existsSync(daemon.folder));
    });
  }

  for (const version of SPOKEN_VERSIONS) {
    it(`${version}: one that does not answer in time is ended`, async () => {
      const project = await DaemonProject.create(version, FILES);
      opened = project;
      const session = project.session();
      const request = { forget: [], signal: new AbortController().signal };
      const first = await session.check({ ...request, timeoutMs: 60_000 });
      assert.ok(first.kind === 'answered' && first.isFirst, JSON.stringify(first));
      const [daemon] = await project.daemons();
      await project.signal('SIGSTOP');
      assert.deepEqual(await session.check({ ...request, timeoutMs: 200 }), {
        kind: 'lost',
        why: 'no answer within 0.2 s',
        isFinal: false,
        isExpected: false,
      });
      assert.deepEqual(await project.daemons(), []);
      assert.ok(daemon !== undefined && !existsSync(daemon.folder));
    });

    it(`${version}: one tells what it has in memory`, async function () {
      if (process.platform !== 'linux') this.skip();
      const project = await DaemonProject.create(version, FILES);
      opened = project;
      const daemon = await project.process();
      const bytes = await measureMemory(daemon);
      await daemon.end();
      assert.ok(bytes !== undefined && bytes > 2 ** 22 && bytes < 2 ** 34, `${bytes} bytes`);
    });

    it(`${version}: one whose parent is gone ends and clears up`, async () => {
      const project = await DaemonProject.create(version, FILES);
      opened = project;
      const { child, folder } = await project.orphan();
      await until(async () => (await readdir(folder)).includes('status.json'));
      child.stdin?.end();
      await until(() => child.exitCode !== null || child.signalCode !== null);
      assert.equal(existsSync(folder), false);
    });
  }

  it('a checker that ends while its daemon starts leaves nothing', async () => {
    const [version = ''] = chooseVersions(['1.18.2']);
    const project = await DaemonProject.create(version, FILES);
    opened = project;
    await check(project.checker);
    await project.checker.dispose();
    assert.deepEqual(await project.daemons(), []);
  });
});

function codeless(error: string): string {
  return error.split(' ', 1)[0] ?? '';
}
