import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunFailure } from '../../src/core/check/check-run.js';
import type { Checker } from '../../src/mypy/checker/checker.js';
import { type MypyVersion, VERSION, VERSIONS } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

const ENGINES = ['process', 'prewarmed'] as const;

const FILES = {
  'a.py': 'x: int = ""\n',
  'pkg/__init__.py': '',
  'pkg/b.py': 'from a import x\n\n\ndef f(y: str) -> int:\n    return y\n\n\nf(x)\n',
};

const ERRORS = ['a.py:1 assignment', 'pkg/b.py:5 return-value', 'pkg/b.py:8 arg-type'];

/** Every version with the engines that it is run with. */
function eachEngine(test: (version: MypyVersion, engine: 'process' | 'prewarmed') => void): void {
  for (const version of VERSIONS) {
    for (const engine of isSince(version, 1, 19, 1) ? ENGINES : (['process'] as const)) {
      test(version, engine);
    }
  }
}

async function failureOf(checker: Checker): Promise<RunFailure> {
  const run = await check(checker);
  assert.equal(run.kind, 'failed', JSON.stringify(run));
  return run.failure;
}

describe('checkers on real mypy', () => {
  let project: MypyProject | undefined;

  async function open(...args: Parameters<typeof MypyProject.create>): Promise<MypyProject> {
    project = await MypyProject.create(...args);
    return project;
  }

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  eachEngine((version, engine) => {
    it(`${version} ${engine}: finds the errors, again from the cache, and the changed ones`, async () => {
      const { checker, folder } = await openChecked();
      assert.deepEqual([...errorsOf(await check(checker))].sort(), ERRORS);
      assert.deepEqual([...errorsOf(await check(checker))].sort(), ERRORS);
      await folder.edit('pkg/b.py', 'return y', 'return len(y)');
      assert.deepEqual([...errorsOf(await check(checker))].sort(), [ERRORS[0], ERRORS[2]]);
      await folder.write('a.py', 'x: str = ""\n');
      assert.deepEqual(errorsOf(await check(checker)), []);
    });

    it(`${version} ${engine}: is blocked by a syntax error, and by nothing once it is gone`, async () => {
      const { checker, folder } = await openChecked();
      await folder.write('c.py', 'def f(:\n');
      const run = await check(checker);
      assert.equal(run.kind, 'blocked', JSON.stringify(run));
      assert.equal(run.blockers[0]?.path, 'c.py');
      assert.equal(run.blockers[0]?.code, 'syntax');
      await folder.delete('c.py');
      assert.deepEqual([...errorsOf(await check(checker))].sort(), ERRORS);
    });

    async function openChecked() {
      const opened = await open(version, FILES);
      return { folder: opened.folder, checker: opened.checker(engine) };
    }
  });

  for (const version of VERSIONS) {
    it(`${version}: prewarmed says exactly what the process says`, async () => {
      const opened = await open(version, {
        ...FILES,
        'mypy.ini': '[mypy]\nstrict = True\nstrct = True\npretty = True\n',
        'notes.py': 'import a\n\nreveal_type(a.x)\n\n\ndef g(z):\n    return z\n\n\ng(1, 2)\n',
      });
      const [prewarmed, plain] = [opened.checker('prewarmed'), opened.checker('process')];
      const cold = await check(plain);
      assert.deepEqual(await check(prewarmed), cold);
      assert.deepEqual(await check(plain), cold);
      assert.equal(cold.kind === 'complete' && cold.errors.length > 5, true);
      assert.match(cold.kind === 'complete' ? cold.stderr : '', /Unrecognized option: strct/);
      assert.deepEqual(
        opened.log.filter((line) => line.includes('prewarmed mypy')),
        [],
      );
    });

    it(`${version}: believes nothing of what mypy printed last time`, async () => {
      const opened = await open(version, FILES);
      const lastOutput = join(opened.invocation.cacheFolder, 'last-output.txt');
      const run = await check(opened.checker('process'));
      assert.deepEqual([...errorsOf(run)].sort(), ERRORS);
      const kept = await readFile(lastOutput, 'utf8');
      assert.match(kept, /^Found 3 errors in 2 files/m);
      await writeFile(lastOutput, `${kept.replaceAll('a.py', 'z.py')}c.py:1: error: Mo`);
      assert.deepEqual(await check(opened.checker('process')), run);
      assert.equal(await readFile(lastOutput, 'utf8'), kept);
      await opened.folder.write('a.py', 'x: str = ""\n');
      await opened.folder.edit('pkg/b.py', 'return y', 'return len(y)');
      assert.deepEqual(errorsOf(await check(opened.checker('process'))), []);
      assert.match(await readFile(lastOutput, 'utf8'), /^Success/);
    });

    it(`${version}: a broken plugin is a refusal`, async () => {
      const opened = await open(version, {
        ...FILES,
        'mypy.ini': '[mypy]\nplugins = nowhere.plugin\n',
      });
      const failure = await failureOf(opened.checker('auto'));
      assert.equal(failure.kind, 'usage');
      assert.match(failure.detail, /^mypy\.ini:2: Error importing plugin "nowhere\.plugin"/);
    });

    it(`${version}: a plugin that raises is a crash, told by its exception`, async () => {
      const plugin = [
        'from mypy.plugin import Plugin',
        'class Raising(Plugin):',
        '    def get_function_hook(self, name):',
        '        raise RuntimeError("boom")',
        'def plugin(version):',
        '    return Raising',
        '',
      ].join('\n');
      const opened = await open(version, {
        ...FILES,
        'plugin.py': plugin,
        'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
      });
      for (const engine of ENGINES) {
        const failure = await failureOf(opened.checker(engine));
        assert.equal(failure.kind, 'crashed');
        assert.equal(failure.detail.split('\n').at(-1), 'RuntimeError: boom');
      }
    });

    it(`${version}: a plugin that prints is noise`, async () => {
      const plugin = [
        'from mypy.plugin import Plugin',
        'def plugin(version):',
        '    print("hello from a plugin")',
        '    return Plugin',
        '',
      ].join('\n');
      const opened = await open(version, {
        ...FILES,
        'plugin.py': plugin,
        'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
      });
      const run = await check(opened.checker('auto'));
      assert.deepEqual([...errorsOf(run)].sort(), ERRORS);
      assert.deepEqual(run.kind === 'complete' && run.noise, ['hello from a plugin']);
    });

    it(`${version}: a path with a space, a number sign and letters of all kinds`, async () => {
      const files = { 'pkg é/ü #1.py': 'x: int = ""\n' };
      const opened = await open(version, files, {}, 'pröject #1 日本');
      for (const engine of ENGINES) {
        assert.deepEqual(errorsOf(await check(opened.checker(engine))), [
          'pkg é/ü #1.py:1 assignment',
        ]);
      }
    });

    it(`${version}: modules of the project do not shadow Python's`, async () => {
      const files = { 'queue.py': 'raise SystemExit(3)\n', 'mypy/__init__.py': 'x: int = ""\n' };
      const opened = await open(version, files);
      for (const engine of ENGINES) {
        const run = await check(opened.checker(engine));
        assert.deepEqual(errorsOf(run), ['mypy/__init__.py:1 assignment']);
      }
    });

    it(`${version}: arguments of the person do not change what is read`, async () => {
      const args = ['--pretty', '--no-error-summary', '--show-absolute-path', '--hide-error-codes'];
      const json = isSince(version, 1, 11) ? ['--output', 'json'] : [];
      const links = isSince(version, 1, 5) ? ['--show-error-code-links'] : [];
      const opened = await open(version, FILES, { args: [...args, ...json, ...links] });
      assert.deepEqual([...errorsOf(await check(opened.checker('auto')))].sort(), ERRORS);
    });

    it(`${version}: an unknown argument is a refusal in mypy's words`, async () => {
      const opened = await open(version, FILES, { args: ['--nope'] });
      const failure = await failureOf(opened.checker('auto'));
      assert.deepEqual(failure, { kind: 'usage', detail: 'unrecognized arguments: --nope' });
    });
  }

  it('an interpreter that lost its mypy', async () => {
    const opened = await open(VERSION, FILES);
    const bin = join(opened.folder.path, 'empty', 'bin');
    await mkdir(bin, { recursive: true });
    const { interpreter } = opened.invocation.environment;
    // A venv without packages: a link to the interpreter, and what makes Python look beside it.
    await symlink(await realpath(interpreter), join(bin, 'python'));
    await copyFile(join(interpreter, '..', '..', 'pyvenv.cfg'), join(bin, '..', 'pyvenv.cfg'));
    const environment = { ...opened.invocation.environment, interpreter: join(bin, 'python') };
    const bare = await MypyProject.create(VERSION, FILES, { environment });
    try {
      for (const engine of ENGINES) {
        assert.equal((await failureOf(bare.checker(engine))).kind, 'no-mypy');
      }
      assert.match(bare.log.join('\n'), /No module named 'mypy'.*mypy is started/);
    } finally {
      await bare.remove();
    }
  });

  it('an interpreter that is not there', async () => {
    const opened = await open(VERSION, FILES);
    const environment = { ...opened.invocation.environment, interpreter: '/nowhere/python' };
    const lost = await MypyProject.create(VERSION, FILES, { environment });
    try {
      for (const engine of ENGINES) {
        assert.equal((await failureOf(lost.checker(engine))).kind, 'not-started');
      }
    } finally {
      await lost.remove();
    }
  });
});
