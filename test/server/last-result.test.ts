import assert from 'node:assert/strict';
import { readdir, truncate } from 'node:fs/promises';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { ChosenPython } from '../../src/core/problem/problem.js';
import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { BREAKING_EDIT, createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

describe('the language server in the next session', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient | undefined;

  before(async () => {
    folder = await TemporaryFolder.create('next sessión');
    storage = await TemporaryFolder.create();
    await createDemoProject(folder);
    await session({}, async (opened) => {
      await opened.until('the first result', () => opened.snapshot?.result);
      const { project } = opened;
      await opened.request(messages.CreateBaselineRequest, { project });
    });
    await commitAll(folder.path, 'baseline');
  });
  after(async () => {
    await client?.stop();
    await folder.remove();
    await storage.remove();
  });

  /** Opens the project, and closes it whatever happens. */
  async function session(
    settings: Readonly<Record<string, unknown>>,
    use: (opened: LanguageClient) => Promise<void>,
    chosenPythons: readonly ChosenPython[] = [],
  ): Promise<void> {
    client = await LanguageClient.start({
      folder: folder.path,
      storageFolder: storage.path,
      settings: { interpreter: interpreterOf('newest'), ...settings },
      chosenPythons,
    });
    await use(client);
    await client.stop();
    client = undefined;
  }

  /** A session in which mypy runs only when it is asked to. */
  const quietSession = (use: (opened: LanguageClient) => Promise<void>) =>
    session({ run: 'manual' }, use);

  const shownBy = (opened: LanguageClient): readonly Diagnostic[] =>
    [...opened.diagnostics.values()].flat();
  const recalledBy = (opened: LanguageClient) =>
    opened.until('the last result', () => opened.snapshot?.result);
  const changes = () => git(folder.path, 'status', '--porcelain');

  it('shows the last result without mypy', async () => {
    await quietSession(async (opened) => {
      const result = await recalledBy(opened);
      assert.equal(result.authority, 'last-session');
      assert.equal(result.totals.current, DEMO_ERRORS);
      assert.equal(shownBy(opened).length, DEMO_ERRORS);
      assert.equal(opened.snapshot?.checker, null, 'nobody has looked for mypy yet');
    });
  });

  it('replaces it by the first check, and writes nothing by it', async () => {
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
    await session({}, async (opened) => {
      await opened.until('a check', () => opened.snapshot?.result?.authority === 'plain');
      assert.equal(opened.snapshot?.result?.totals.new, 1);
    });
    await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
    await quietSession(async (opened) => {
      assert.equal((await recalledBy(opened)).totals.new, 1, 'as it was');
    });
    assert.equal(await changes(), '');
  });

  it('makes a check before it accepts what the last session found', async () => {
    await quietSession(async (opened) => {
      const { newErrors } = await recalledBy(opened);
      const { project } = opened;
      const ids = newErrors.map(({ id }) => id);
      const outcome = await opened.request(messages.AcceptErrorsRequest, { project, ids });
      assert.deepEqual(outcome, { done: false, message: 'These errors are not new any more.' });
      assert.equal(opened.snapshot?.result?.authority, 'plain');
    });
    assert.equal(await changes(), '');
  });

  it('puts no error on a line that reads differently now', async () => {
    const edit = ['users[0] if users else None', 'users[0]'] as const;
    await folder.edit('services.py', ...edit);
    await quietSession(async (opened) => {
      await recalledBy(opened);
      assert.equal(shownBy(opened).length, DEMO_ERRORS - 1);
    });
    await folder.edit('services.py', edit[1], edit[0]);
    assert.equal(await changes(), '');
  });

  it('holds it against the baseline as it is now', async () => {
    const lines = (await folder.read(BASELINE)).trimEnd().split('\n');
    await folder.write(BASELINE, `${lines.slice(0, -1).join('\n')}\n`);
    await commitAll(folder.path, 'a smaller baseline');
    await quietSession(async (opened) => {
      assert.equal((await recalledBy(opened)).totals.new, 1);
    });
    await folder.write(BASELINE, `${lines.join('\n')}\n`);
    await commitAll(folder.path, 'baseline again');
  });

  it('lets go of what another mypy has found, before the one that is there has run', async () => {
    for (const version of ['newest', '1.19.1'] as const) {
      const watch = async (opened: LanguageClient) => {
        await opened.until('a check', () => {
          const { checker = null, result } = opened.snapshot ?? {};
          if (result?.authority === 'last-session') assert.equal(checker, null);
          return result?.authority === 'plain';
        });
      };
      await session({ interpreter: '' }, watch, [
        { path: interpreterOf(version), origin: 'python-extension' },
      ]);
    }
    assert.equal(await changes(), '');
  });

  it('shows nothing that was found under another configuration', async () => {
    await folder.edit('mypy.ini', 'strict = True', 'strict = False');
    await session({}, async (opened) => {
      await opened.until('a check', () => {
        const { result } = opened.snapshot ?? {};
        assert.notEqual(result?.authority, 'last-session');
        return result?.authority === 'plain';
      });
    });
    await folder.edit('mypy.ini', 'strict = False', 'strict = True');
  });

  it('goes on without a result that was cut off', async () => {
    const names = await readdir(storage.at('last-results'));
    for (const name of names) await truncate(storage.at(`last-results/${name}`), 200);
    await session({}, async (opened) => {
      await opened.until('a check', () => opened.snapshot?.result);
      assert.equal(opened.snapshot?.result?.authority, 'plain');
      assert.match(opened.log.join('\n'), /last session is damaged/);
    });
  });
});
