import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { BASELINE, FaultProject } from '../support/faults/fault-project.js';
import { git } from '../support/git/repository.js';

/** Root reads everything unless it gives this up. */
const AS_OTHERS =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];

describe('faults of files', function () {
  this.timeout(240_000);
  let project: FaultProject | undefined;
  afterEach(async () => {
    await project?.close();
    project = undefined;
  });
  async function open(o: object = {}): Promise<FaultProject> {
    project = await FaultProject.open(o);
    return project;
  }
  async function show(opened: FaultProject, f: () => Promise<void>) {
    try {
      await f();
    } catch (e) {
      console.log(String(e).slice(0, 600));
    }
    const { stale, problems, presence, result, activity } = opened.client.snapshot ?? {};
    console.log(
      { stale, problems, presence, totals: result?.totals, activity },
      opened.client.log.slice(-4).map((x) => x.slice(0, 400)),
    );
  }

  it('unreadable file', async () => {
    const opened = await open({ launcher: AS_OTHERS });
    await chmod(opened.folder.at('models.py'), 0);
    await opened.fixAndSave();
    await show(opened, () =>
      opened.assertHeld({ kind: 'check-blocked', message: /models/, remedy: 'open-blocker' }),
    );
    await chmod(opened.folder.at('models.py'), 0o644);
    await opened.assertRecovers();
  });
  it('duplicate module', async () => {
    const opened = await open();
    await opened.folder.write('scripts/models.py', 'x = 1\n');
    await opened.fixAndSave();
    await show(opened, () =>
      opened.assertHeld({ kind: 'check-blocked', message: /uplicate/, remedy: 'open-blocker' }),
    );
    await rm(opened.folder.at('scripts'), { recursive: true });
    await opened.assertRecovers();
  });
  it('symlink loop', async () => {
    const opened = await open();
    await symlink('.', opened.folder.at('loop'));
    await symlink('self.py', opened.folder.at('self.py'));
    await opened.fixAndSave();
    await show(opened, () =>
      opened.assertHeld({ kind: 'check-blocked', message: /uplicate/, remedy: 'open-blocker' }),
    );
    await rm(opened.folder.at('loop'));
    await rm(opened.folder.at('self.py'));
    await opened.assertRecovers();
  });
  it('folder without permission', async () => {
    const opened = await open({ launcher: AS_OTHERS });
    await mkdir(opened.folder.at('closed'));
    await opened.folder.write('closed/a.py', 'x: int = ""\n');
    await chmod(opened.folder.at('closed'), 0);
    await opened.fixAndSave();
    await show(opened, () =>
      opened.assertHeld({ kind: 'check-blocked', message: /closed/, remedy: 'open-blocker' }),
    );
    await chmod(opened.folder.at('closed'), 0o755);
    await opened.assertRecovers();
  });
  it('project folder renamed', async () => {
    const opened = await open();
    await rename(opened.folder.path, `${opened.folder.path}-moved`);
    await opened.client.didSave('services.py');
    await show(opened, () =>
      opened.assertHeld({ kind: 'check-failed', message: /folder/, remedy: 'show-log' }),
    );
    await rename(`${opened.folder.path}-moved`, opened.folder.path);
    await opened.assertRecovers();
  });
  it('10,000 files by a checkout', async () => {
    const opened = await open({ launcher: ['prlimit', '--nofile=256:256'] });
    await git(opened.folder.path, 'checkout', '-qb', 'many');
    await mkdir(opened.folder.at('many'));
    const names = Array.from({ length: 10_000 }, (_, i) => `many/m${i}.py`);
    for (const name of names) await writeFile(opened.folder.at(name), 'x = 1\n');
    console.log(opened.client.log.slice(5).map((x) => x.slice(0, 200)));
    await show(opened, () => opened.assertFresh());
    await git(opened.folder.path, 'add', '-A');
    await git(opened.folder.path, 'commit', '-qm', 'x');
    await git(opened.folder.path, 'checkout', '-q', 'main');
    await show(opened, () => opened.assertFresh());
    await git(opened.folder.path, 'checkout', '-q', 'many');
    await show(opened, () => opened.assertFresh());
    console.log(opened.client.log.slice(5).map((x) => x.slice(0, 200)));
  });
  it('baseline folder cannot be written', async () => {
    const opened = await open({ launcher: ['prlimit', '--fsize=100000'] });
    const rows = '#'.repeat(10) + '\n';
    await opened.folder.write('big.py', 'def f(x): pass\n'.repeat(1000) + rows);
    await opened.client.didSave('big.py');
    await show(opened, () => opened.assertFresh());
    const outcome = await opened.client.request(
      { method: 'mypyRatchet/updateBaseline' },
      { project: opened.client.project },
    );
    console.log(outcome);
    await show(opened, () => opened.assertUntouched());
    assert.ok(BASELINE);
  });
});
