import assert from 'node:assert/strict';
import {
  DAEMON_VERSIONS,
  DaemonProject,
  SPOKEN_VERSIONS,
} from '../../support/mypy/daemon-project.js';
import { check, errorsOf, preview } from '../../support/mypy/mypy-project.js';

const FILES = {
  'a.py': 'x: int = ""\n',
  'leaf.py': 'from a import x\n\n\ndef f(y: str) -> int:\n    return len(y)\n\n\nf("")\n',
  'pkg/__init__.py': '',
  'pkg/b.py': 'from a import x\n\n\ndef g(y: str) -> int:\n    return y\n\n\ng("x")\n',
};

const ERRORS = ['a.py:1 assignment', 'pkg/b.py:5 return-value'];

describe("answers of mypy's daemon", () => {
  let opened: DaemonProject | undefined;

  async function open(...args: Parameters<typeof DaemonProject.open>): Promise<DaemonProject> {
    opened = await DaemonProject.open(...args);
    return opened;
  }

  async function previewed(project: DaemonProject): Promise<readonly string[]> {
    return [...errorsOf(await project.preview())].sort();
  }

  afterEach(async () => {
    await opened?.remove();
    opened = undefined;
  });

  for (const version of DAEMON_VERSIONS) {
    it(`${version}: an edit, a fix, a new file and one that is gone`, async () => {
      const project = await open(version, FILES);
      const { folder } = project;
      assert.deepEqual(await previewed(project), ERRORS);
      await folder.edit('leaf.py', 'f("")', 'f(1)');
      assert.deepEqual(await previewed(project), [ERRORS[0], 'leaf.py:8 arg-type', ERRORS[1]]);
      await folder.edit('leaf.py', 'f(1)', 'f("")');
      assert.deepEqual(await previewed(project), ERRORS);
      await folder.write('new.py', 'z: str = 1\n');
      const withNew = [ERRORS[0], 'new.py:1 assignment', ERRORS[1]];
      assert.deepEqual(await previewed(project), withNew);
      await folder.delete('new.py');
      assert.deepEqual(await previewed(project), ERRORS);
      assert.deepEqual([...errorsOf(await check(project.checker))].sort(), ERRORS);
    });

    it(`${version}: a syntax error is blocked, and by nothing once it is gone`, async () => {
      const project = await open(version, FILES);
      await project.folder.edit('leaf.py', 'def f', 'def f(');
      for (let count = 0; count < 2; count++) {
        const run = await project.preview();
        assert.equal(run.kind, 'blocked', JSON.stringify(run));
        const named = new Set(run.blockers.map(({ path, code }) => `${path} ${code}`));
        assert.deepEqual([...named], ['leaf.py syntax']);
      }
      await project.folder.edit('leaf.py', 'def f(', 'def f');
      assert.deepEqual(await previewed(project), ERRORS);
    });

    it(`${version}: a second edit of the same second and size`, async () => {
      const project = await open(version, { ...FILES, 'pkg/same.py': '' });
      const { folder } = project;
      const path = folder.at('pkg/same.py');
      await folder.writeAtSecond('pkg/same.py', 'x: str = "1"\n');
      assert.deepEqual(await previewed(project), ERRORS);
      await folder.writeAtSecond('pkg/same.py', 'x: int = "1"\n');
      // What the daemon does when it is left alone: the reason for all this.
      assert.deepEqual(await previewed(project), ERRORS);
      const run = await project.preview([path]);
      assert.deepEqual([...errorsOf(run)].sort(), [...ERRORS, 'pkg/same.py:1 assignment']);
      await folder.writeAtSecond('pkg/same.py', 'x: str = "1"\n');
      assert.deepEqual([...errorsOf(await project.preview([path]))].sort(), ERRORS);
      assert.doesNotMatch(project.log, /could not be read anew/);
    });
  }

  for (const version of SPOKEN_VERSIONS) {
    it(`${version}: an error that keeps mypy from checking is not taken for all there is`, async () => {
      const project = await open(version, FILES);
      // Found after parsing, with other codes in most versions.
      await project.folder.write('leaf.py', 'class C(C): ...\n\n\nyield 1\nnonlocal x\n');
      const [shown, plain] = [await preview(project.checker), await check(project.checker)];
      assert.equal(shown.kind, plain.kind, JSON.stringify([shown, plain]));
      await project.folder.write('leaf.py', FILES['leaf.py']);
      assert.deepEqual([...errorsOf(await preview(project.checker))].sort(), ERRORS);
    });

    it(`${version}: notes alone are no error`, async () => {
      const notes = 'def f(x: int) -> None: ...\n\n\nreveal_type(f)\n';
      const project = await open(version, { 'notes.py': notes, 'a.py': '' });
      assert.deepEqual(await previewed(project), []);
      await project.folder.write('a.py', 'x = 1\n');
      assert.deepEqual(await previewed(project), []);
    });

    it(`${version}: what plain mypy is told to read anew, the daemon is too`, async () => {
      const project = await open(version, { ...FILES, 'same.py': '' });
      await project.folder.writeAtSecond('same.py', 'x: str = "1"\n');
      assert.deepEqual(await previewed(project), ERRORS);
      assert.deepEqual([...errorsOf(await check(project.checker))].sort(), ERRORS);
      await project.folder.writeAtSecond('same.py', 'x: int = "1"\n');
      const run = await check(project.checker, [project.folder.at('same.py')]);
      const expected = [...ERRORS, 'same.py:1 assignment'];
      assert.deepEqual([...errorsOf(run)].sort(), expected);
      assert.deepEqual(await previewed(project), expected);
    });

    it(`${version}: targets and options of the configuration file`, async () => {
      const config = '[mypy]\nfiles = pkg\nstrict = True\nstrct = True\npretty = True\n';
      const overrides = { targets: [] };
      const project = await open(version, { ...FILES, 'mypy.ini': config }, overrides);
      assert.deepEqual(await previewed(project), ERRORS);
      const run = await project.preview();
      assert.match(run.kind === 'complete' ? run.stderr : '', /Unrecognized option: strct/);
    });

    it(`${version}: a plugin that prints is noise`, async () => {
      const plugin = [
        'from mypy.plugin import Plugin',
        'class Printing(Plugin):',
        '    def get_function_hook(self, name):',
        '        print("hello from a plugin")',
        'def plugin(version):',
        '    return Printing',
        '',
      ].join('\n');
      const config = '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n';
      const project = await open(version, { ...FILES, 'plugin.py': plugin, 'mypy.ini': config });
      await project.folder.edit('leaf.py', 'f("")', 'f(1)');
      const run = await project.preview();
      assert.equal(errorsOf(run).length, 3);
      assert.ok(run.kind === 'complete' && run.noise.includes('hello from a plugin'));
    });
  }
});
