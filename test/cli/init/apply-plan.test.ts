import assert from 'node:assert/strict';
import { chmod, mkdir, stat, symlink } from 'node:fs/promises';
import { type ApplyOptions, applyPlans } from '../../../src/cli/init/apply-plan.js';
import type { FilePlan } from '../../../src/cli/init/file-plan.js';
import { readPresentFile } from '../../../src/cli/init/present-file.js';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { ScriptedAsker } from '../../support/init/scripted-asker.js';

describe('applying a plan', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('plän #1');
  });
  afterEach(() => folder.remove());

  const apply = async (plan: FilePlan, options: Partial<ApplyOptions> = {}) => {
    const present = await readPresentFile(folder.at(plan.path));
    return applyRead({ plan, present }, options);
  };

  const applyRead = async (
    file: Parameters<typeof applyPlans>[0][number],
    options: Partial<ApplyOptions> = {},
  ) => {
    const asker = new ScriptedAsker(false);
    const defaults = { root: folder.path, asker, yes: false, dryRun: false };
    return (await applyPlans([file], { ...defaults, ...options }))[0];
  };

  const CREATE: FilePlan = { kind: 'create', path: 'a/b.yml', content: 'new\n' };
  const CHANGE: FilePlan = { kind: 'change', path: 'a.yml', content: 'old\nnew\n' };

  it('creates a file and its folders without asking', async () => {
    const asker = new ScriptedAsker(false);
    assert.deepEqual(await apply(CREATE, { asker }), { kind: 'created', path: 'a/b.yml' });
    assert.equal(await folder.read('a/b.yml'), 'new\n');
    assert.deepEqual(asker.asked, []);
  });

  it('never creates over a file that came meanwhile', async () => {
    await folder.write('a/b.yml', 'mine\n');
    assert.equal((await apply(CREATE))?.kind, 'refused');
    assert.equal(await folder.read('a/b.yml'), 'mine\n');
  });

  it('never creates through a link to nowhere', async () => {
    await mkdir(folder.at('a'));
    await symlink(folder.at('elsewhere'), folder.at('a/b.yml'));
    assert.equal((await apply(CREATE))?.kind, 'refused');
    await assert.rejects(stat(folder.at('elsewhere')), /ENOENT/);
  });

  it('changes a file only after a yes', async () => {
    await folder.write('a.yml', 'old\n');
    assert.equal((await apply(CHANGE))?.kind, 'declined');
    assert.equal(await folder.read('a.yml'), 'old\n');
    const asker = new ScriptedAsker(true);
    assert.deepEqual(await apply(CHANGE, { asker }), { kind: 'changed', path: 'a.yml' });
    assert.deepEqual(asker.asked, ['Add to a.yml?']);
    assert.equal(await folder.read('a.yml'), 'old\nnew\n');
  });

  it('changes a file unasked for --yes, and keeps its mode', async () => {
    await folder.write('a.yml', 'old\n');
    await chmod(folder.at('a.yml'), 0o640);
    const asker = new ScriptedAsker(false);
    assert.equal((await apply(CHANGE, { asker, yes: true }))?.kind, 'changed');
    assert.deepEqual(asker.asked, []);
    assert.equal((await stat(folder.at('a.yml'))).mode & 0o777, 0o640);
  });

  it('refuses a file that changed, or went, since it was read', async () => {
    await folder.write('a.yml', 'edited\n');
    const file = { plan: CHANGE, present: { kind: 'text', text: 'old\n' } } as const;
    assert.equal((await applyRead(file, { yes: true }))?.kind, 'refused');
    assert.equal(await folder.read('a.yml'), 'edited\n');
    await folder.delete('a.yml');
    assert.equal((await applyRead(file, { yes: true }))?.kind, 'refused');
    assert.equal((await readPresentFile(folder.at('a.yml'))).kind, 'absent');
  });

  it('writes nothing in a dry run, and says what it would', async () => {
    await folder.write('a.yml', 'old\n');
    const asker = new ScriptedAsker(true);
    for (const plan of [CREATE, CHANGE]) {
      const applied = await apply(plan, { dryRun: true, asker });
      assert.deepEqual(applied, { ...plan, kind: 'planned' });
    }
    assert.deepEqual(asker.asked, []);
    assert.equal(await folder.read('a.yml'), 'old\n');
    assert.equal((await readPresentFile(folder.at('a/b.yml'))).kind, 'absent');
  });

  it('tells a folder or bytes that are no text from a file that is not there', async () => {
    await mkdir(folder.at('folder'));
    await folder.write('latin', Uint8Array.of(0x63, 0xe9));
    assert.equal((await readPresentFile(folder.at('folder'))).kind, 'unreadable');
    assert.equal((await readPresentFile(folder.at('latin'))).kind, 'unreadable');
    await folder.write('bom', '\uFEFFa');
    assert.deepEqual(await readPresentFile(folder.at('bom')), { kind: 'text', text: '\uFEFFa' });
  });
});
