import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createProbe } from '../../src/mypy/interpreter/probe.js';
import { type MypyVersion, VERSION, VERSIONS } from '../support/mypy/interpreters.js';
import { check, errorsOf, MypyProject, WORKER_SCRIPT } from '../support/mypy/mypy-project.js';
import { findProcesses, until } from '../support/mypy/processes.js';

/** Modules that would take the place of real ones, if the current folder were looked into. */
const FILES = {
  'a.py': 'import outside\nx: int = outside.NAME\n',
  'mypy/__init__.py': 'raise RuntimeError("not this mypy")\n',
  'json.py': 'raise RuntimeError("not this json")\n',
  'library/outside.py': 'NAME: str = ""\n',
  'mypy.ini': '[mypy]\nfiles = a.py\n',
};

describe('the interpreter that is asked for its mypy', () => {
  let project: MypyProject | undefined;

  async function open(version: MypyVersion = VERSION): Promise<MypyProject> {
    project = await MypyProject.create(version, FILES, { targets: [] });
    return project;
  }

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const version of VERSIONS) {
    for (const engine of ['process', 'prewarmed'] as const) {
      it(`goes on to be the ${version}, ${engine}, and says what a new process says`, async () => {
        const opened = await open(version);
        const env = { ...process.env, MYPYPATH: opened.folder.at('library') };
        const first = await opened.ask(WORKER_SCRIPT, env);
        const checker = opened.checker(engine, { env }, first);
        const run = await check(checker);
        assert.deepEqual(errorsOf(run), ['a.py:2 assignment']);
        assert.ok(first.hasEnded, 'it was used');
        assert.deepEqual(await check(checker), run);
        assert.doesNotMatch(opened.log.join('\n'), /anew/);
      });
    }
  }

  it('is done without when it does not get as far as mypy', async () => {
    const opened = await open();
    await opened.folder.write('worker.py', 'raise RuntimeError("no worker")\n');
    const first = await opened.ask(opened.folder.at('worker.py'));
    const checker = opened.checker('process', { workerScript: WORKER_SCRIPT }, first);
    const run = await check(checker);
    assert.equal(run.kind, 'complete');
    assert.match(opened.log.join('\n'), /RuntimeError: no worker.*started anew/);
  });

  it('ends with its checker when it was not needed', async () => {
    const opened = await open();
    const script = opened.folder.at('worker.py');
    await opened.folder.write('worker.py', 'import sys\nsys.stdin.read()\n');
    const checker = opened.checker('process', {}, await opened.ask(script));
    assert.equal((await findProcesses(script)).length, 1);
    await checker.dispose();
    assert.deepEqual(await findProcesses(script), []);
  });

  it('is left no process of where it has none, or is no Python', async () => {
    const opened = await open();
    const bare = opened.folder.at('bare');
    const { interpreter } = opened.invocation.environment;
    await promisify(execFile)(interpreter, ['-m', 'venv', '--without-pip', bare]);
    await opened.folder.write('silent.sh', '#!/bin/sh\nsleep 600\n');
    await chmod(opened.folder.at('silent.sh'), 0o755);
    const { signal } = new AbortController();
    const probe = createProbe(opened.folder.path, {}, WORKER_SCRIPT);
    const without = await probe(join(bare, 'bin', 'python'), signal);
    assert.equal(without.kind === 'rejected' && without.why, 'no-mypy', JSON.stringify(without));
    const leaving = new AbortController();
    const asking = probe(opened.folder.at('silent.sh'), leaving.signal);
    await until(async () => (await findProcesses('silent.sh')).length > 0);
    leaving.abort();
    assert.deepEqual(await asking, { kind: 'rejected', why: 'not-python', detail: 'cancelled' });
    assert.deepEqual(await findProcesses(opened.folder.path), []);
  });
});
