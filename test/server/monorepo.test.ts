import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { createRepository } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { LanguageClient } from '../support/server/language-client.js';

const BROKEN = 'def add(left: int, right: int) -> int:\n    return str(left)\n';

describe('several projects below one folder', () => {
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;
  before(async () => {
    folder = await TemporaryFolder.create('monorepo');
    storage = await TemporaryFolder.create('storage');
    await folder.writeAll({
      'packages/a/pyproject.toml': '[tool.mypy]\nstrict = true\n',
      'packages/a/first.py': BROKEN,
      'packages/b/mypy.ini': '[mypy]\n',
      'packages/b/second.py': BROKEN,
      'packages/x/x.py': '',
      'packages/y/y.py': '',
    });
    await createRepository(folder.path);
    client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest') },
    });
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  const names = () => [...client.projects.keys()].sort();
  /** Waits until exactly these are open, and checked. */
  async function untilOpen(...wanted: readonly string[]): Promise<void> {
    await client.until(`the projects ${wanted.join(', ')}`, () => {
      const isChecked = [...client.projects.values()].every(({ result }) => result !== null);
      return isChecked && JSON.stringify(names()) === JSON.stringify(wanted);
    });
  }
  const totals = (name: string) => client.projects.get(name)?.result?.totals;
  const shownIn = (path: string) => client.of(path).map(({ source, code }) => [source, code]);

  it('are found each by itself, and checked each on its own', async () => {
    await untilOpen('packages/a', 'packages/b');
    assert.equal(totals('packages/a')?.current, 1);
    assert.equal(totals('packages/b')?.current, 1);
    assert.deepEqual(shownIn('packages/a/first.py'), [['mypy', 'return-value']]);
    assert.deepEqual(shownIn('packages/b/second.py'), [['mypy', 'return-value']]);
  });

  it('become one when the whole is configured', async () => {
    await folder.write('mypy.ini', '[mypy]\n');
    await client.didChangeFile('mypy.ini', FileChangeType.Created);
    await untilOpen('monorepo');
    assert.equal(totals('monorepo')?.current, 2);
    assert.deepEqual(shownIn('packages/b/second.py'), [['mypy', 'return-value']]);
  });

  it('are one where two folders belong to the same', async () => {
    await client.configure({ ...client.settings, projects: ['packages/x', 'packages/y'] });
    await untilOpen('packages/x');
    assert.equal(totals('packages/x')?.current, 2);
  });

  it('are two where a part has a baseline of its own, and tell what both find once', async () => {
    await client.configure({ ...client.settings, projects: ['.', 'packages/b'] });
    await untilOpen('monorepo', 'packages/b');
    const project = client.projects.get('packages/b')?.project ?? '';
    const created = await client.request(messages.CreateBaselineRequest, { project });
    assert.ok(created.done, created.message);
    await client.configure({ ...client.settings, projects: [] });
    await untilOpen('monorepo', 'packages/b');
    // The whole has no baseline, and says so of the same error; the part knows better.
    assert.deepEqual(shownIn('packages/b/second.py'), [['mypy-baseline', 'return-value']]);
    assert.equal(totals('monorepo')?.current, 2);
  });

  it('hear of a save alike', async () => {
    await folder.write('packages/b/second.py', BROKEN.replace('str(left)', 'left + right'));
    await client.didSave('packages/b/second.py');
    await client.until('the fix in both', () => {
      return totals('monorepo')?.current === 1 && totals('packages/b')?.current === 0;
    });
    assert.deepEqual(shownIn('packages/b/second.py'), []);
  });
});
