import assert from 'node:assert/strict';
import { VERSION } from '../support/mypy/interpreters.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

const ENGINES = ['process', 'prewarmed'] as const;

/** Ends mypy while it checks the bodies of a file, when its interface is in the cache already. */
const PLUGIN = `import os, signal
from mypy.plugin import Plugin

mode = open("mode.txt").read().strip()

class KillingPlugin(Plugin):
    def get_function_hook(self, fullname):
        if mode == "kill" and fullname == "builtins.sum":
            os.kill(os.getpid(), signal.SIGKILL)
        return None

def plugin(version):
    return KillingPlugin
`;

const FILES = {
  'a.py': 'def f() -> int:\n    return sum((1, 2))\n\nx: int = ""\n',
  'mode.txt': 'fine',
  'plugin.py': PLUGIN,
  'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
};

describe('a mypy that was killed while it wrote its cache', () => {
  let project: MypyProject | undefined;

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const engine of ENGINES) {
    it(`${engine}: leaves nothing that the next one believes`, async () => {
      project = await MypyProject.create(VERSION, FILES);
      const checker = project.checker(engine);
      assert.deepEqual(errorsOf(await check(checker)), ['a.py:4 assignment']);
      await project.folder.edit('a.py', 'x: int = ""', 'x: int = 0');
      await project.folder.write('mode.txt', 'kill');
      assert.equal((await check(checker)).kind, 'failed');
      await project.folder.write('mode.txt', 'fine');
      // Another checker, as after a crash of the server: it knows from the folder only.
      const next = project.checker(engine);
      assert.deepEqual(errorsOf(await check(next)), []);
      assert.deepEqual(errorsOf(await check(next)), []);
    });
  }
});
