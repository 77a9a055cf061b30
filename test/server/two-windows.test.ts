import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CheckRequest } from '../../src/protocol/messages.js';
import { CLI_SCRIPT, cliEnvironment } from '../support/cli/run-cli.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { until } from '../support/mypy/processes.js';
import { createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

/** A plugin that notes when a mypy begins and ends, and holds it up as long as a file is there. */
const PLUGIN = `import os, time
from mypy.plugin import Plugin

def note(sign: str) -> None:
    with open("runs.log", "a") as log:
        log.write(f"{sign}{os.getpid()}\\n")

leave = os._exit

# mypy skips Python's own tidying up.
def end(status: int) -> None:
    note("-")
    leave(status)

os._exit = end
note("+")
while os.path.exists("hold"):
    time.sleep(0.01)

def plugin(version: str) -> type[Plugin]:
    return Plugin
`;

describe('two language servers on one folder', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  const clients = new Set<LanguageClient>();

  beforeEach(async () => {
    folder = await TemporaryFolder.create('twó windows');
    // As the command line calls it, below its own cache folder.
    storage = await TemporaryFolder.create('mypy-ratchet');
    await createDemoProject(folder);
    await folder.writeAll({
      'own_plugin.py': PLUGIN,
      'mypy.ini':
        '[mypy]\nstrict = True\nwarn_unreachable = True\nplugins = ./own_plugin.py\nexclude = own_plugin\n',
      '.gitignore': '.mypy_cache/\nruns.log\nhold\n',
    });
    await commitAll(folder.path, 'plugin');
  });
  afterEach(async () => {
    await rm(folder.at('hold'), { force: true });
    for (const client of clients) await client.stop();
    clients.clear();
    await folder.remove();
    await storage.remove();
  });

  async function open(): Promise<LanguageClient> {
    const client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest') },
    });
    clients.add(client);
    return client;
  }

  const untilChecked = (client: LanguageClient) =>
    client.until('a check', () => {
      const { snapshot } = client;
      return snapshot?.activity.kind === 'idle' && snapshot.result?.authority === 'plain';
    });
  const runs = (): readonly string[] =>
    existsSync(folder.at('runs.log'))
      ? readFileSync(folder.at('runs.log'), 'utf8').split('\n').slice(0, -1)
      : [];
  const locks = async () => (await readdir(storage.path)).filter((name) => /\.lock/.test(name));

  /** One mypy at a time: each end follows its own begin. */
  function assertInTurns(expected: number): void {
    const seen = runs();
    assert.equal(seen.length, 2 * expected, seen.join(' '));
    for (let at = 0; at < seen.length; at += 2) {
      assert.equal(seen[at]?.replace('+', '-'), seen[at + 1], seen.join(' '));
    }
  }

  it('take turns at the cache, and find the same', async () => {
    await writeFile(folder.at('hold'), '');
    const first = await open();
    await until(() => runs().length === 1);
    const second = await open();
    await second.until('word that it waits', () =>
      second.log.some((line) => line.includes(`Another process (${first.serverPid})`)),
    );
    await rm(folder.at('hold'));
    await Promise.all([untilChecked(first), untilChecked(second)]);
    for (const { snapshot } of [first, second]) {
      assert.equal(snapshot?.result?.totals.current, DEMO_ERRORS);
      assert.deepEqual(snapshot?.problems, []);
    }
    assertInTurns(2);
    await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    await first.didSave('services.py');
    for (const client of [first, second]) {
      await client.until(
        'the fix',
        () => client.snapshot?.result?.totals.current === DEMO_ERRORS - 1,
      );
      await untilChecked(client);
    }
    await until(() => runs().length === 8);
    assertInTurns(4);
    // What was found is written down after it is shown.
    await until(async () => (await locks()).length === 0);
  });

  it('let a command line wait that shares their caches', async () => {
    await writeFile(folder.at('hold'), '');
    const client = await open();
    await until(() => runs().length === 1);
    const args = ['status', '--verbose', '--interpreter', interpreterOf('newest')];
    const cli = spawn(process.execPath, [CLI_SCRIPT, ...args], {
      cwd: folder.path,
      env: cliEnvironment({ cache: dirname(storage.path) }),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(cli, 'exit');
    let said = '';
    cli.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await until(() => said.includes(`Another process (${client.serverPid})`));
    await rm(folder.at('hold'));
    assert.deepEqual(await ended, [0, null], said);
    await untilChecked(client);
    assertInTurns(2);
    await until(async () => (await locks()).length === 0);
  });

  it('does not wait for one that was killed in the middle of a check', async () => {
    await writeFile(folder.at('hold'), '');
    const old = await open();
    await until(() => runs().length === 1);
    assert.equal((await locks()).length, 1);
    clients.delete(old);
    await old.kill();
    await rm(folder.at('hold'));
    const next = await open();
    await untilChecked(next);
    assert.equal(next.snapshot?.result?.totals.current, DEMO_ERRORS);
    // The mypy of a server that is gone ends by itself, and before the next one begins.
    assertInTurns(2);
    await next.stop();
    clients.delete(next);
    assert.deepEqual(await locks(), []);
  });

  it('checks once when a window is reloaded in the middle of a check', async () => {
    await writeFile(folder.at('hold'), '');
    const old = await open();
    await until(() => runs().length === 1);
    clients.delete(old);
    const [, next] = await Promise.all([old.stop(), open()]);
    await rm(folder.at('hold'), { force: true });
    await untilChecked(next);
    const begun = runs().filter((line) => line.startsWith('+'));
    assert.equal(begun.length, 2, 'the one that was ended, and that of the new server');
    assert.equal(next.snapshot?.result?.totals.current, DEMO_ERRORS);
    await until(async () => (await locks()).length === 0);
  });
});

/** Loaded by each Python of the servers: notes when it ends as mypy, which leaves without tidying up. */
const COUNTER = `import os
leave = os._exit
def end(status):
    with open(os.environ["RUNS"], "a") as log:
        log.write(f"{os.getpid()}\\n")
    leave(status)
os._exit = end
`;

describe('language servers that find the same', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let elsewhere: TemporaryFolder;
  const clients = new Set<LanguageClient>();

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
    elsewhere = await TemporaryFolder.create();
    await createDemoProject(folder);
    await elsewhere.writeAll({ 'sitecustomize.py': COUNTER, runs: '' });
  });
  afterEach(async () => {
    for (const client of clients) await client.stop();
    clients.clear();
    for (const each of [folder, storage, elsewhere]) await each.remove();
  });

  async function open(): Promise<LanguageClient> {
    const client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest') },
      env: { ...process.env, PYTHONPATH: elsewhere.path, RUNS: elsewhere.at('runs') },
    });
    clients.add(client);
    await client.until('a check', () => {
      const { snapshot } = client;
      return snapshot?.activity.kind === 'idle' && snapshot.result?.authority === 'plain';
    });
    return client;
  }

  async function close(client: LanguageClient): Promise<void> {
    await client.stop();
    clients.delete(client);
  }

  const count = async () => (await elsewhere.read('runs')).split('\n').length - 1;
  const totalOf = ({ snapshot }: LanguageClient) => snapshot?.result?.totals.current;

  it('run mypy once for two windows, and once for a save', async () => {
    const [first, second] = [await open(), await open()];
    assert.equal(await count(), 1);
    for (const client of [first, second]) assert.equal(totalOf(client), DEMO_ERRORS);
    await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    await Promise.all([
      second.untilChecked(async () => undefined),
      first.untilChecked(() => first.didSave('services.py')),
    ]);
    for (const client of [first, second]) assert.equal(totalOf(client), DEMO_ERRORS - 1);
    assert.equal(await count(), 2);
    // A person who asks for it gets a run.
    await second.untilChecked(() => second.request(CheckRequest, { project: second.project }));
    assert.equal(await count(), 3);
  });

  it('run mypy after a reload only if something changed meanwhile', async () => {
    await close(await open());
    const again = await open();
    assert.equal(await count(), 1);
    assert.equal(totalOf(again), DEMO_ERRORS);
    await close(again);
    await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    const changed = await open();
    assert.equal(await count(), 2);
    assert.equal(totalOf(changed), DEMO_ERRORS - 1);
  });
});
