import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CliProject } from '../../support/cli/cli-project.js';
import { assertStatus, BASELINE } from '../../support/cli/run-cli.js';
import { errorsOfEditor, errorsOfReport } from '../../support/cli/seen-errors.js';
import type { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { git } from '../../support/git/repository.js';
import { interpreterOf } from '../../support/mypy/interpreters.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';
import { at } from '../../support/report/json-value.js';
import { LanguageClient } from '../../support/server/language-client.js';

/** A state of the project's folder, and what must be said of it in both places. */
interface Tree {
  readonly name: string;
  readonly grow: (folder: TemporaryFolder, project: CliProject) => Promise<void>;
  /** How many of its errors are new. */
  readonly added: number;
  readonly known: number;
  /** What the editor puts back into the baseline file by itself. */
  readonly restored?: string;
}

const breakServices = (folder: TemporaryFolder) =>
  folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);

const TREES: readonly Tree[] = [
  { name: 'as committed', grow: () => Promise.resolve(), added: 0, known: 4 },
  { name: 'with a new error', grow: breakServices, added: 1, known: 4 },
  {
    name: 'with a fixed and two new errors of one kind',
    grow: async (folder) => {
      await folder.edit('models.py', 'def find(name):', 'def find(name: str) -> User:');
      await folder.write('more.py', 'def one(x):\n    return x\n\n\ndef two(x):\n    return x\n');
    },
    added: 2,
    known: 3,
  },
  {
    name: 'with edited lines and lines before them',
    grow: async (folder) => {
      await folder.edit('services.py', 'else None', 'else (None)');
      await folder.edit('models.py', 'class User:', '"""é 🎉"""\n\n\nclass User:');
    },
    added: 0,
    known: 4,
  },
  {
    name: 'with a renamed file',
    grow: async (folder) => {
      await git(folder.path, 'mv', 'services.py', 'greetings.py');
      await folder.edit('greetings.py', 'Héllo', 'Hello');
    },
    added: 0,
    known: 4,
  },
  {
    name: 'with a renamed function',
    grow: (folder) => folder.edit('services.py', 'def first(', 'def first_of('),
    added: 0,
    known: 4,
  },
  {
    name: 'with a function that moved to another file, and a twin of it',
    grow: async (folder) => {
      const source = 'def find(name):\n    return User(name)\n';
      await folder.edit('models.py', `${source}\n\n`, '');
      await folder.write('finding.py', `from models import User\n\n\n${source}`);
      await folder.write('twin.py', `from models import User\n\n\n${source}`);
    },
    added: 1,
    known: 4,
  },
  {
    name: 'with a new error above an old one that is equal',
    grow: (folder) =>
      folder.edit(
        'services.py',
        '    return sum(age(user)',
        '    if not users:\n        start: int = None\n    return sum(age(user)',
      ),
    added: 1,
    known: 4,
  },
  {
    name: 'with another mypy in the header',
    grow: async (folder) => {
      await folder.edit(BASELINE, '"mypy":"2.4.1"', '"mypy":"2.3.0"');
      await breakServices(folder);
    },
    added: 1,
    known: 4,
  },
  {
    name: 'with an error that was accepted',
    grow: async (folder, project) => {
      await breakServices(folder);
      assertStatus(await project.check(['update', '--reason', 'names are bytes']), 0);
    },
    added: 0,
    known: 5,
  },
  {
    name: 'with an error whose line was taken out of the file',
    grow: async (folder) => {
      const lines = (await folder.read(BASELINE)).split('\n');
      await folder.write(BASELINE, lines.filter((line) => !line.includes('"first"')).join('\n'));
    },
    added: 0,
    known: 4,
    restored: '"first"',
  },
  {
    name: 'without a baseline',
    grow: async (folder) => {
      await git(folder.path, 'checkout', '--quiet', '-B', 'main', 'main~1');
      assert.equal(await git(folder.path, 'ls-files', BASELINE), '');
    },
    added: 4,
    known: 0,
  },
];

describe('the command line and the editor', function () {
  this.timeout(120_000);
  let project: CliProject;
  let client: LanguageClient | undefined;

  before(async () => {
    project = await CliProject.demo();
  });
  beforeEach(() => project.reset());
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });
  after(() => project.remove());

  /** Opens the folder, and waits until the editor knows it or knows why it does not. */
  async function open(): Promise<LanguageClient> {
    const opened = await LanguageClient.start({
      folder: project.folder.path,
      storageFolder: project.cache.at('editor'),
      settings: { interpreter: interpreterOf('newest') },
    });
    client = opened;
    await opened.until('a check', () => {
      const { snapshot } = opened;
      // What the session of another test found is shown first.
      const isChecked = snapshot?.result?.authority === 'plain' || snapshot?.stale;
      return snapshot?.activity.kind === 'idle' && isChecked;
    });
    return opened;
  }

  for (const { name, grow, added, known, restored } of TREES) {
    it(`say the same of a project ${name}`, async () => {
      await grow(project.folder, project);
      // First: the editor lets the baseline file follow.
      const run = await project.check(['check', '--format', 'json']);
      const errors = errorsOfReport(run.stdout);
      const opened = await open();
      assert.deepEqual(errorsOfEditor(opened, project.folder.path), errors);
      const count = (status: string) => errors.filter((error) => error.startsWith(status)).length;
      assert.deepEqual([count('new'), count('baseline')], [added, known], errors.join('\n'));
      const { snapshot } = opened;
      assert.equal(snapshot?.stale, null);
      const report: unknown = JSON.parse(run.stdout);
      assert.deepEqual(snapshot?.result?.totals, at(report, 'totals'));
      const told = snapshot?.problems.map(({ message }) => message);
      assert.deepEqual(told, run.stderr.split('\n').slice(0, -1));
      if (restored === undefined) return;
      const file = project.folder.at(BASELINE);
      await opened.until('the line', () => readFileSync(file, 'utf8').includes(restored));
      const again = await project.check(['check', '--format', 'json']);
      assert.deepEqual(errorsOfReport(again.stdout), errors);
      assert.equal(at(report, 'verdict', 'kind'), 'regressions');
      assert.equal(at(JSON.parse(again.stdout), 'verdict', 'kind'), 'pass');
    });
  }

  for (const { name, path, from, to } of [
    { name: 'a syntax error', path: 'services.py', from: 'def first(', to: 'def first((' },
    {
      name: 'a plugin that is not there',
      path: 'mypy.ini',
      from: '[mypy]',
      to: '[mypy]\nplugins = no_such',
    },
    { name: 'a damaged baseline', path: BASELINE, from: '["services.py"', to: '["services.py' },
  ]) {
    it(`say the same of ${name}, which is no verdict`, async () => {
      await project.folder.edit(path, from, to);
      const run = await project.check(['check', '--format', 'json']);
      assertStatus(run, 2);
      assert.equal(run.stdout, '');
      const { snapshot } = await open();
      const told = snapshot?.stale ?? snapshot?.problems[0];
      // The editor goes on trying; a command line has come to its end.
      const message = told?.message.replace(/\.? It is tried again after \d+ s\.$/, '');
      assert.equal(message, run.stderr.split('\n')[0]);
    });
  }
});
