import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import * as messages from '../../src/protocol/messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, git } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { BREAKING_EDIT, createDemoProject, DEMO_ERRORS } from '../support/project/demo-project.js';
import { LanguageClient } from '../support/server/language-client.js';

const BASELINE = 'mypy-baseline.jsonl';

for (const version of ['newest', '1.19.1', '1.4.1'] as const) {
  describe(`the language server with mypy ${version}`, function () {
    this.timeout(240_000);
    let folder: TemporaryFolder;
    let storage: TemporaryFolder;
    let client: LanguageClient;

    before(async () => {
      folder = await TemporaryFolder.create('my projéct #1');
      storage = await TemporaryFolder.create();
      await createDemoProject(folder);
      client = await LanguageClient.start({
        folder: folder.path,
        storageFolder: storage.path,
        settings: { interpreter: interpreterOf(version) },
      });
    });
    after(async () => {
      await client.stop();
      await folder.remove();
      await storage.remove();
    });

    const save = (path: string) => client.untilChecked(() => client.didSave(path));
    const bySource = (source: string): readonly Diagnostic[] =>
      [...client.diagnostics.values()].flat().filter((diagnostic) => diagnostic.source === source);
    const rows = () => readFileSync(folder.at(BASELINE), 'utf8').trimEnd().split('\n').slice(1);

    it('shows what mypy finds before there is a baseline', async () => {
      const snapshot = await client.until(
        'the first result',
        () => client.snapshot?.result && client.snapshot,
      );
      assert.equal(snapshot.presence, 'absent');
      assert.equal(snapshot.result?.totals.current, DEMO_ERRORS);
      assert.equal(bySource('mypy').length, DEMO_ERRORS);
    });

    it('creates a baseline, and every error becomes information', async () => {
      const { project } = client;
      const outcome = await client.request(messages.CreateBaselineRequest, { project });
      assert.equal(outcome.done, true, outcome.message);
      await client.until(
        'baseline diagnostics',
        () => bySource('mypy-baseline').length === DEMO_ERRORS,
      );
      assert.equal(rows().length, DEMO_ERRORS);
      assert.equal(bySource('mypy').length, 0);
      assert.ok(
        bySource('mypy-baseline').every(
          ({ severity }) => severity === DiagnosticSeverity.Information,
        ),
      );
      const withNotes = bySource('mypy-baseline').find(({ message }) =>
        String(message).startsWith('Incompatible default'),
      );
      assert.match(withNotes?.relatedInformation?.[0]?.message ?? '', /PEP 484/);
      await commitAll(folder.path, 'baseline');
      await client.until('a committed baseline', () => client.snapshot?.presence === 'committed');
    });

    it('shows a new error in a file that is not open, and nothing else as new', async () => {
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
      const { result } = await save(BREAKING_EDIT.path);
      const [diagnostic, ...others] = bySource('mypy');
      assert.deepEqual(others, []);
      assert.ok(diagnostic);
      assert.deepEqual(client.of('services.py').includes(diagnostic), true);
      assert.equal(diagnostic.severity, DiagnosticSeverity.Error);
      assert.equal(diagnostic.code, 'operator');
      assert.match(diagnostic.codeDescription?.href ?? '', /mypy.*#code-operator$/);
      // After `é` and an emoji: UTF-16, not the UTF-8 bytes of mypy.
      const line = '    return "Héllo 🎉 " + user.name';
      assert.deepEqual(diagnostic.range.start, { line: 4, character: line.indexOf('user.name') });
      assert.match((await client.hover('services.py', diagnostic.range)) ?? '', /is \*\*new\*\*/);
      assert.equal(result?.totals.new, 1);
      assert.deepEqual(
        result?.newErrors.map(({ path }) => path),
        ['services.py'],
      );
      assert.equal(result?.categories[0]?.new, 1, 'what is new comes first');
    });

    it('accepts it by a quick fix, and git sees one more line', async () => {
      const [diagnostic] = bySource('mypy');
      assert.ok(diagnostic);
      const [action] = await client.codeActions('services.py', diagnostic);
      assert.equal(action?.command?.command, messages.ACCEPT_ERRORS_COMMAND);
      assert.notEqual(action?.isPreferred, true);
      const [args] = action?.command?.arguments ?? [];
      const outcome = await client.request(messages.AcceptErrorsRequest, args);
      assert.equal(outcome.done, true, outcome.message);
      await client.until('no new error', () => bySource('mypy').length === 0);
      assert.equal(rows().length, DEMO_ERRORS + 1);
      assert.match(await git(folder.path, 'diff', '--numstat', BASELINE), /^1\t0\t/);
    });

    it('takes fixed errors out of the file, and knows them when they come back', async () => {
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.to, BREAKING_EDIT.from);
      await folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
      const fixed = await save('models.py');
      await client.until('a smaller file', () => rows().length === DEMO_ERRORS - 1);
      assert.equal(fixed.result?.totals.fixed, 1);
      assert.equal(fixed.result?.totals.current, DEMO_ERRORS - 1);
      await folder.edit('models.py', 'def find(name: str) -> User:', 'def find(name):');
      const undone = await save('models.py');
      assert.equal(undone.result?.totals.new, 0);
      await client.until('the whole file', () => rows().length === DEMO_ERRORS);
      assert.equal(await git(folder.path, 'status', '--porcelain'), '');
    });

    it('freezes everything on a syntax error, and says why', async () => {
      const before = client.snapshot?.result;
      const shown = bySource('mypy-baseline').length;
      await folder.edit('models.py', 'class User:', 'class User(:');
      await client.didSave('models.py');
      const stale = await client.until('a stale result', () => client.snapshot?.stale);
      assert.equal(stale.kind, 'check-blocked');
      assert.match(stale.message, /syntax error in models\.py:1/);
      assert.deepEqual(client.snapshot?.result?.totals, before?.totals);
      assert.equal(bySource('mypy-baseline').length, shown);
      const codes = new Set(bySource('mypy').map(({ code }) => code));
      assert.deepEqual([...codes], ['syntax'], 'the syntax error itself is shown');
      assert.equal(await git(folder.path, 'status', '--porcelain', BASELINE), '');
      const refused = await client.request(messages.ShrinkBaselineRequest, {
        project: client.project,
      });
      assert.equal(refused.done, false);
      await folder.edit('models.py', 'class User(:', 'class User:');
      await save('models.py');
      assert.equal(client.snapshot?.stale, null);
      assert.equal(bySource('mypy').length, 0);
    });

    it('follows a checkout in a terminal by itself', async () => {
      await git(folder.path, 'checkout', '--quiet', '-b', 'broken');
      await folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
      await commitAll(folder.path, 'break it');
      await client.until('a new error', () => client.snapshot?.result?.totals.new === 1);
      await git(folder.path, 'checkout', '--quiet', 'main');
      await client.until('no new error', () => client.snapshot?.result?.totals.new === 0);
      assert.equal(await git(folder.path, 'status', '--porcelain'), '');
    });

    it('lists the errors of one file of the tree', async () => {
      const items = await client.request(messages.ErrorsRequest, {
        project: client.project,
        category: 'incompatible-defaults',
        code: 'assignment',
        path: 'services.py',
      });
      assert.deepEqual(
        items.map(({ line, scope, status }) => ({ line, scope, status })),
        [{ line: 7, scope: 'total', status: 'baseline' }],
      );
    });

    it('shows new errors only when asked', async () => {
      await client.configure({ interpreter: interpreterOf(version), focusOnNewErrors: true });
      await client.until('no baseline errors', () => bySource('mypy-baseline').length === 0);
      await client.configure({ interpreter: interpreterOf(version), baselineSeverity: 'hint' });
      await client.until('hints', () => bySource('mypy-baseline').length === DEMO_ERRORS);
      assert.ok(
        bySource('mypy-baseline').every(({ severity }) => severity === DiagnosticSeverity.Hint),
      );
    });

    it('follows an edit of mypy.ini, and keeps the baseline of the other configuration', async () => {
      await folder.edit('mypy.ini', 'strict = True', 'strict = False');
      const problem = await client.until('another environment', () =>
        client.snapshot?.problems.find(({ kind }) => kind === 'environment-differs'),
      );
      assert.match(problem.message, /another mypy configuration/);
      assert.equal(await git(folder.path, 'status', '--porcelain', BASELINE), '');
    });
  });
}
