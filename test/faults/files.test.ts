import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { AS_ORDINARY_USER } from '../support/faults/launchers.js';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { createBranch } from '../support/git/large-branch.js';
import { git } from '../support/git/repository.js';

/** Files of a checkout that touches everything. */
const MANY = 10_000;

/** Of two checkouts so large each may be heard of in parts, and a part costs one check at most. */
const MOST_CHECKS = 8;

describe('faults of files', function () {
  this.timeout(240_000);
  const open = projectPerTest();

  it('says which file cannot be read', async () => {
    const opened = await open({ launcher: AS_ORDINARY_USER });
    await opened.folder.edit('models.py', 'name: str', 'name:  str');
    await chmod(opened.folder.at('models.py'), 0);
    await opened.fixAndSave();
    const message = /models\.py.*Permission denied/;
    await opened.assertHeld({ kind: 'check-blocked', message, remedy: 'open-blocker' });
    await chmod(opened.folder.at('models.py'), 0o644);
    await opened.assertRecovers();
  });

  it('says which folder cannot be read', async () => {
    const opened = await open({ launcher: AS_ORDINARY_USER });
    const closed = opened.folder.at('closed');
    await mkdir(closed, 0);
    await opened.fixAndSave();
    const message = /^mypy crashed: PermissionError: .*'closed'/;
    await opened.assertHeld({ kind: 'check-failed', message, remedy: 'show-log' });
    await chmod(closed, 0o755);
    await opened.assertRecovers();
  });

  it('says which module is there twice', async () => {
    const opened = await open();
    await opened.folder.write('scripts/models.py', 'x = 1\n');
    await opened.fixAndSave();
    const message = /Duplicate module named "models" \(also at "\.\/scripts\/models\.py"\)/;
    await opened.assertHeld({ kind: 'check-blocked', message, remedy: 'open-blocker' });
    await rm(opened.folder.at('scripts'), { recursive: true });
    await opened.assertRecovers();
  });

  it('does not go round in a loop of symbolic links', async () => {
    const opened = await open();
    await symlink('.', opened.folder.at('loop'));
    await symlink('self.py', opened.folder.at('self.py'));
    await opened.fixAndSave();
    const message = /Duplicate module/;
    await opened.assertHeld({ kind: 'check-blocked', message, remedy: 'open-blocker' });
    await rm(opened.folder.at('loop'));
    await rm(opened.folder.at('self.py'));
    await opened.assertRecovers();
  });

  it('says that the project is not where it was', async () => {
    const opened = await open();
    const away = `${opened.folder.path} moved`;
    await rename(opened.folder.path, away);
    await opened.client.didSave('services.py');
    const message = /^The folder .* is not there\. If it was moved, open it where it is now\./;
    await opened.assertProblem({ kind: 'folder-gone', message, remedy: 'check-now' });
    await rename(away, opened.folder.path);
    await opened.assertUntouched();
    await opened.fixAndSave();
    await opened.assertFresh();
  });

  it(`follows checkouts that change ${MANY} files in a few checks`, async () => {
    const opened = await open({ launcher: ['prlimit', '--nofile=1024:1024'] });
    const { client, folder } = opened;
    const files = Array.from({ length: MANY }, (_, index) => [`many/m${index}.py`, ''] as const);
    const content = new Map<string, string>([...files, ['many/wrong.py', 'x: int = ""\n']]);
    await createBranch(folder.path, 'many', content);
    const begin = client.log.length;
    await git(folder.path, 'checkout', '--quiet', 'many');
    await client.until('the error of the branch', () => opened.listShown().length === 5);
    await git(folder.path, 'checkout', '--quiet', 'main');
    await opened.assertFresh();
    await opened.assertBaselineUntouched();
    const checks = client.log.slice(begin).filter((line) => line.startsWith('mypy finished'));
    assert.ok(checks.length <= MOST_CHECKS, `${checks.length} checks`);
    assert.ok(!client.log.some((line) => line.includes('EMFILE')), client.log.join('\n'));
  });
});
