import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { FAULTY_PLUGIN } from '../support/mypy/faulty-plugin.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

describe('the language server and trouble', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient | undefined;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('trouble é #2');
    storage = await TemporaryFolder.create();
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    await folder.remove();
    await storage.remove();
  });

  async function open(settings: Readonly<Record<string, unknown>> = {}): Promise<LanguageClient> {
    client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest'), ...settings },
    });
    return client;
  }

  /** The demo project with a committed baseline, open and checked. */
  async function openDemo(): Promise<LanguageClient> {
    await createDemoProject(folder);
    const opened = await open();
    await opened.until('the first result', () => opened.snapshot?.result);
    const { project } = opened;
    await opened.request(messages.CreateBaselineRequest, { project });
    await commitAll(folder.path, 'baseline');
    await opened.until('a committed baseline', () => opened.snapshot?.presence === 'committed');
    return opened;
  }

  describe('in mypy', () => {
    it('passes over what a plugin prints, and tells it in the log', async () => {
      await createDemoProject(folder);
      await folder.writeAll({
        'mode.txt': 'noise',
        'own_plugin.py': FAULTY_PLUGIN,
        'mypy.ini': '[mypy]\nstrict = True\nplugins = ./own_plugin.py\nexclude = own_plugin\n',
      });
      const opened = await open();
      await opened.until('the first result', () => opened.snapshot?.result);
      assert.equal(opened.snapshot?.result?.totals.current, DEMO_ERRORS);
      assert.ok(opened.log.some((line) => line.includes('loading plugin data')));
    });

    it('writes the exact command line into the log', async () => {
      await createDemoProject(folder);
      const opened = await open({ args: ['--no-warn-unreachable'] });
      await opened.until('the first result', () => opened.snapshot?.result);
      assert.ok(
        opened.log.some((line) => /mypy/.test(line) && line.includes('--no-warn-unreachable')),
        opened.log.join('\n'),
      );
    });
  });

  describe('around mypy', () => {
    it('says that the chosen interpreter is not there, and offers to choose another', async () => {
      await createDemoProject(folder);
      const opened = await open({ interpreter: '/no/such/python' });
      const stale = await opened.until('a problem', () => opened.snapshot?.stale);
      assert.equal(stale.kind, 'no-interpreter');
      assert.equal(stale.remedy, 'select-interpreter');
      assert.match(stale.message, /\/no\/such\/python/);
      await opened.configure({ interpreter: interpreterOf('newest') });
      await opened.until('a result', () => opened.snapshot?.result);
    });

    it('finds the virtual environment of the project', async () => {
      await createDemoProject(folder);
      await symlink(dirname(dirname(interpreterOf('newest'))), folder.at('.venv'));
      const opened = await open({ interpreter: '' });
      await opened.until('a result', () => opened.snapshot?.result);
      assert.ok(
        opened.log.some((line) => line.includes('.venv')),
        opened.log.join('\n'),
      );
    });

    it('follows an edit of our own configuration', async () => {
      await createDemoProject(folder);
      const opened = await open();
      await opened.until('the first result', () => opened.snapshot?.result);
      await folder.write('mypy-ratchet.toml', 'args = ["--no-warn-unreachable"]\n');
      await opened.until('the new argument', () =>
        opened.log.some((line) => line.includes('--no-warn-unreachable')),
      );
    });

    it('says that a folder has no Python', async () => {
      await folder.write('README.md', '# nothing\n');
      const opened = await open();
      const stale = await opened.until('a problem', () => opened.snapshot?.stale);
      assert.equal(stale.kind, 'no-python-files');
    });

    it('checks files with CRLF', async () => {
      await folder.write('mypy.ini', '[mypy]\r\nstrict = True\r\n');
      await folder.write('app.py', 'def f(x):\r\n    return x\r\n\r\ny: int = "é"\r\n');
      const opened = await open();
      await opened.until('the first result', () => opened.snapshot?.result);
      const { project } = opened;
      await opened.request(messages.CreateBaselineRequest, { project });
      const [, ...rows] = (await folder.read(BASELINE)).trimEnd().split('\n');
      assert.deepEqual(
        rows.map((row) => JSON.parse(row)[4]),
        ['y: int = "é"', 'def f(x):'],
      );
      const characters = opened.of('app.py').map(({ range }) => range.end.character);
      assert.deepEqual(characters.sort(), [12, 5].sort());
    });

    it('leaves no process behind', async () => {
      const opened = await openDemo();
      const pid = opened.serverPid;
      assert.ok(pid);
      await opened.stop();
      client = undefined;
      assert.throws(() => process.kill(pid, 0));
      const processes = execFileSync('ps', ['-eo', 'args']).toString();
      assert.ok(!processes.includes(storage.path), processes);
    });
  });

  describe('with the baseline file', () => {
    const damages: readonly (readonly [string, (content: string) => string])[] = [
      ['baseline-malformed', (content) => `${content}["a.py","misc"\n`],
      ['baseline-newer', (content) => content.replace('"version":1', '"version":2')],
      [
        'baseline-conflicted',
        (content) => content.replace('\n', '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n'),
      ],
    ];
    for (const [kind, damage] of damages) {
      it(`says that it is ${kind} and leaves it alone`, async () => {
        const opened = await openDemo();
        const damaged = damage(await folder.read(BASELINE));
        await folder.write(BASELINE, damaged);
        await opened.until(kind, () => opened.snapshot?.problems.some((p) => p.kind === kind));
        await folder.edit('services.py', 'users[0] if users else None', 'users[0]');
        await opened.untilChecked(() => opened.didSave('services.py'));
        const { project } = opened;
        for (const request of [messages.UpdateBaselineRequest, messages.CreateBaselineRequest]) {
          assert.equal((await opened.request(request, { project })).done, false);
        }
        assert.equal(await folder.read(BASELINE), damaged);
        assert.equal(opened.snapshot?.result?.totals.new, 0, 'the commit still knows the errors');
      });
    }

    it('repairs conflict markers when asked', async () => {
      const opened = await openDemo();
      const whole = await folder.read(BASELINE);
      await folder.write(BASELINE, whole.replace('\n', '\n<<<<<<< HEAD\n=======\n>>>>>>> other\n'));
      await opened.until('the conflict', () => opened.snapshot?.presence === 'unusable');
      const { project } = opened;
      const outcome = await opened.request(messages.RepairBaselineRequest, { project });
      assert.equal(outcome.done, true, outcome.message);
      assert.equal(await folder.read(BASELINE), whole);
    });

    it('warns of doubled headers, compares all the same, and keeps the true one when asked', async () => {
      const opened = await openDemo();
      const whole = await folder.read(BASELINE);
      const [header = ''] = whole.split('\n');
      const other = header.replace(/"config":"\w+"/, '"config":"other"');
      await folder.write(BASELINE, `${other}\n${whole}`);
      const find = () =>
        opened.snapshot?.problems.find(({ kind }) => kind === 'baseline-headers-doubled');
      const problem = await opened.until('the warning', find);
      assert.equal(problem.severity, 'warning');
      assert.equal(problem.remedy, 'repair-baseline');
      assert.equal(opened.snapshot?.problems.length, 1, 'the true header counts');
      assert.equal(opened.snapshot.result?.totals.new, 0);
      const { project } = opened;
      const outcome = await opened.request(messages.RepairBaselineRequest, { project });
      assert.equal(outcome.done, true, outcome.message);
      assert.equal(await folder.read(BASELINE), whole);
      await opened.until('no problem', () => opened.snapshot?.problems.length === 0);
    });

    it('says that it cannot be read', async () => {
      if (process.getuid?.() === 0) {
        // Root reads everything: a folder in its place is as unreadable.
        const opened = await openDemo();
        await rm(folder.at(BASELINE));
        await folder.write(`${BASELINE}/inside`, '');
        await opened.until('the problem', () =>
          opened.snapshot?.problems.some(({ kind }) => kind === 'baseline-unreadable'),
        );
        return;
      }
      const opened = await openDemo();
      await chmod(folder.at(BASELINE), 0);
      await opened.request(messages.CheckRequest, {});
      await opened.until('the problem', () =>
        opened.snapshot?.problems.some(({ kind }) => kind === 'baseline-unreadable'),
      );
    });

    it('follows an edit by hand', async () => {
      await createDemoProject(folder);
      const opened = await open();
      await opened.until('the first result', () => opened.snapshot?.result);
      const { project } = opened;
      await opened.request(messages.CreateBaselineRequest, { project });
      const content = await folder.read(BASELINE);
      await folder.write(BASELINE, content.split('\n').toSpliced(1, 1).join('\n'));
      await opened.until('a new error', () => opened.snapshot?.result?.totals.new === 1);
      assert.equal(await git(folder.path, 'status', '--porcelain', BASELINE), `?? ${BASELINE}`);
    });
  });
});
