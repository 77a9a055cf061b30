import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckRun } from '../../src/core/check/check-run.js';
import { parseQuestions } from '../../src/mypy/answer/questions.js';
import type { Checker, CheckOptions } from '../../src/mypy/checker/checker.js';
import { VERSION } from '../support/mypy/interpreters.js';
import { errorsOf, MypyProject } from '../support/mypy/mypy-project.js';
import { until } from '../support/mypy/processes.js';

const FILES = {
  'mypy.ini': '[mypy]\n',
  'pkg/__init__.py': '',
  'pkg/a.py': 'from pkg.b import f\nx: str = f()\n',
  'pkg/b.py': 'def f() -> int: return 1\n',
  'main.py': 'import missing\nimport pkg.a\nfrom lib import other\n',
  'lib/__init__.py': '',
  'lib/other.py': 'y = 1\n',
  'readme.txt': 'one\n',
};

/** Loaded by each Python: holds mypy up at its end as long as a file is there. */
const HOLD = `import os, time
leave = os._exit
def end(status):
    with open(os.environ["ENDED"], "w"):
        pass
    while os.path.exists(os.environ["HOLD"]):
        time.sleep(0.01)
    leave(status)
os._exit = end
`;

describe(`${VERSION}: what another process found`, function () {
  this.timeout(120_000);
  let project: MypyProject;

  beforeEach(async () => {
    project = await MypyProject.create(VERSION, FILES);
    project = project.reopen({ configFile: project.folder.at('mypy.ini') });
  });
  afterEach(() => project.remove());

  const open = (env: Readonly<Record<string, string | undefined>> = process.env) =>
    project.checker('prewarmed', { sharesAnswers: true, env });
  const check = (checker: Checker, options: Partial<CheckOptions> = {}) =>
    checker.check({ signal: new AbortController().signal, mayAdopt: true, ...options });

  function isAdopted(run: CheckRun): boolean {
    assert.ok(run.kind === 'complete' || run.kind === 'blocked', JSON.stringify(run));
    return run.adoption !== undefined;
  }

  async function same(path: string, content: string): Promise<void> {
    const { mtime, atime } = await stat(project.folder.at(path));
    await writeFile(project.folder.at(path), content);
    await utimes(project.folder.at(path), atime, mtime);
  }

  it('is taken over, until something changes, and again after the next run', async () => {
    const [first, second] = [open(), open()];
    const found = await check(first);
    assert.equal(isAdopted(found), false);
    const adopted = await check(second);
    assert.ok(isAdopted(adopted));
    assert.deepEqual(errorsOf(adopted), errorsOf(found));
    assert.ok(isAdopted(await check(second)));
    await project.folder.edit('pkg/b.py', '-> int: return 1', '-> str: return ""');
    const edited = { edited: [project.folder.at('pkg/b.py')] };
    const newer = await check(first, edited);
    assert.equal(isAdopted(newer), false);
    assert.notDeepEqual(errorsOf(newer), errorsOf(found));
    const again = await check(second, edited);
    assert.ok(isAdopted(again));
    assert.deepEqual(errorsOf(again), errorsOf(newer));
    // And by one that was not there then, as after a reload.
    assert.ok(isAdopted(await check(open())));
  });

  it('is taken over when it is that mypy could not look', async () => {
    await project.folder.write('pkg/b.py', 'def f(\n');
    assert.equal((await check(open())).kind, 'blocked');
    const run = await check(open());
    assert.equal(run.kind, 'blocked');
    assert.ok(isAdopted(run));
  });

  const CHANGES: Readonly<Record<string, () => Promise<unknown>>> = {
    'a file is edited': () => project.folder.edit('pkg/b.py', '1', '2'),
    'a file is edited within the same second': () => same('pkg/b.py', 'def f() -> str: return 1\n'),
    'a file is replaced by one of the same time and size': async () => {
      const { mtime, atime } = await stat(project.folder.at('pkg/b.py'));
      const other = project.folder.at('other.txt');
      await writeFile(other, 'def f() -> str: return 1\n');
      await utimes(other, atime, mtime);
      await rename(other, project.folder.at('pkg/b.py'));
    },
    'a module is added that was missed': () => project.folder.write('missing.py', ''),
    'a stub is put before a module': () =>
      project.folder.write('pkg/b.pyi', 'def f() -> str: ...\n'),
    'stubs are put before a package': () =>
      project.folder.write('lib-stubs/__init__.pyi', 'other: int\n'),
    'a package is put before a module': () => project.folder.write('pkg/b/__init__.py', ''),
    'a file is added that nobody imports': () =>
      project.folder.write('pkg/new.py', 'x: int = ""\n'),
    'a folder becomes a link to another': async () => {
      await project.folder.write('elsewhere/other.py', 'z = 1\n');
      await project.folder.write('elsewhere/__init__.py', '');
      await rm(project.folder.at('lib'), { recursive: true });
      await symlink('elsewhere', project.folder.at('lib'));
    },
    'the configuration is edited within the same second': () => same('mypy.ini', '[mypx]\n'),
  };

  it('is of no use once anything changed that decides what mypy says', async () => {
    const [first, second] = [open(), open()];
    const wrong: string[] = [];
    for (const [name, change] of Object.entries(CHANGES)) {
      await project.folder.clear();
      await project.folder.writeAll(FILES);
      await check(first);
      assert.ok(isAdopted(await check(second)), `before ${name}`);
      await change();
      if (isAdopted(await check(second))) wrong.push(name);
    }
    assert.deepEqual(wrong, []);
  });

  it('shows which files mypy itself would take for unchanged', async () => {
    await check(open());
    await same('pkg/b.py', 'def f() -> str: return 1\n');
    // An error in another place: mypy has read the file again.
    assert.ok(errorsOf(await check(open())).includes('pkg/b.py:1 return-value'));
  });

  it('is still of use after changes that mypy does not look at', async () => {
    await check(open());
    await project.folder.write('readme.txt', 'two\n');
    await project.folder.write('pkg/data/notes.txt', '');
    await rm(project.folder.at('pkg/data'), { recursive: true });
    assert.ok(isAdopted(await check(open())));
  });

  it('asks nothing without a change that it did not ask before', async () => {
    const edits: readonly (() => Promise<unknown>)[] = [
      async () => undefined,
      () => project.folder.edit('pkg/b.py', 'return 1', 'return 2'),
      () => project.folder.edit('pkg/b.py', 'def', 'import json, nowhere\ndef'),
      () => project.folder.edit('pkg/b.py', 'import json, nowhere', 'from lib import new'),
      () => project.folder.write('pkg/b.py', 'def f(\n'),
    ];
    for (const edit of edits) {
      await edit();
      const asked = new Set(await ask());
      const more = (await ask()).filter((question) => !asked.has(question));
      assert.deepEqual(more, [], String(edit));
    }
  });

  /** What a run asks that has to be one. */
  async function ask(): Promise<readonly string[]> {
    const checker = open();
    await check(checker, { mayAdopt: false });
    await checker.dispose();
    const file = join(project.invocation.cacheFolder, 'last-questions.txt');
    const [token = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    const read = parseQuestions([token, ...lines].join('\n'), token);
    assert.equal(read.kind, 'read', JSON.stringify(read));
    return read.questions.map(
      ({ path, answer }) => `${answer.startsWith('n ') ? 'names in' : ''} ${path}`,
    );
  }

  it('is only taken over where it may be, and nothing is to be read again', async () => {
    await check(open());
    assert.equal(isAdopted(await check(open(), { mayAdopt: false })), false);
    assert.equal(isAdopted(await check(open(), { forget: [project.folder.at('main.py')] })), false);
    assert.ok(isAdopted(await check(open())));
  });

  it('is not that of another environment or command line', async () => {
    await check(open());
    assert.equal(isAdopted(await check(open({ ...process.env, MYPYPATH: '/x' }))), false);
    assert.equal(isAdopted(await check(open())), false);
    const strict = project.reopen({ args: ['--strict'] });
    const checker = strict.checker('prewarmed', { sharesAnswers: true });
    assert.equal(isAdopted(await check(checker)), false);
    await checker.dispose();
  });

  it('counts variables that the configuration names', async () => {
    await project.folder.write('mypy.ini', '[mypy]\nmypy_path = $EXTRA\n');
    await check(open({ ...process.env, EXTRA: project.folder.at('lib') }));
    const other = open({ ...process.env, EXTRA: project.folder.at('pkg') });
    assert.equal(isAdopted(await check(other)), false);
  });

  it('is not kept where a plugin may ask for more than files', async () => {
    await project.folder.writeAll({
      'mypy.ini': '[mypy]\nplugins = ./own.py\n',
      'own.py': 'from mypy.plugin import Plugin\ndef plugin(version):\n    return Plugin\n',
    });
    await check(open());
    assert.equal(isAdopted(await check(open())), false);
    assert.ok(project.log.some((line) => line.includes("does not depend on files alone ('own')")));
  });

  it('is of no use when a file was saved in the middle of the run', async () => {
    const [hold, ended] = [project.folder.at('hold'), project.folder.at('ended')];
    await project.folder.write('site/sitecustomize.py', HOLD);
    await writeFile(hold, '');
    const env = { ...process.env, PYTHONPATH: project.folder.at('site'), HOLD: hold, ENDED: ended };
    const running = check(open(env));
    await until(() => existsSync(ended));
    await project.folder.edit('pkg/b.py', '-> int: return 1', '-> str: return ""');
    await rm(hold);
    assert.equal(errorsOf(await running).length, 2);
    const next = await check(open(env));
    assert.equal(isAdopted(next), false);
    assert.equal(errorsOf(next).length, 1);
  });

  it('is not there after a run that was ended', async () => {
    const before = open();
    await check(before);
    await before.dispose();
    const controller = new AbortController();
    await project.folder.write('pkg/b.py', 'def f() -> int: return 2\n');
    const running = check(open(), { signal: controller.signal });
    await until(() => !existsSync(join(project.invocation.cacheFolder, 'last-answer.json')));
    controller.abort();
    assert.equal((await running).kind, 'cancelled');
    assert.equal(isAdopted(await check(open())), false);
  });
});
