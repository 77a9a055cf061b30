import assert from 'node:assert/strict';
import type { MypyError } from '../../src/core/error/mypy-error.js';
import { chooseVersions } from '../support/mypy/interpreters.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

/** Keeps mypy from being done with `last.py` until there is a file `go.txt`. */
const PLUGIN = `import os, time
from mypy.plugin import Plugin

class Waiting(Plugin):
    def get_function_hook(self, name):
        if name == "first.wait":
            deadline = time.monotonic() + 50
            while not os.path.exists("go.txt"):
                if time.monotonic() > deadline:
                    raise RuntimeError("nobody was told early")
                time.sleep(0.01)
        return None

def plugin(version):
    return Waiting
`;

const FILES = {
  'plugin.py': PLUGIN,
  'mypy.ini': '[mypy]\nplugins = ./plugin.py\nexclude = plugin\n',
  'first.py': 'def wait() -> int:\n    return 1\n',
  'last.py': 'from first import wait\n\nvalue: str = wait()\n',
};

describe('errors that mypy prints before its end', () => {
  for (const version of chooseVersions(['1.19.1', 'newest'])) {
    it(`${version}: those of an edited file are told while the files that import it are checked`, async () => {
      const project = await MypyProject.create(version, FILES);
      try {
        const checker = project.checker('prewarmed', {
          env: { ...process.env, PYTHONUNBUFFERED: '1' },
        });
        await project.folder.write('go.txt', '');
        assert.deepEqual(errorsOf(await check(checker)), ['last.py:3 assignment']);
        await project.folder.delete('go.txt');
        await project.folder.edit('first.py', 'wait() -> int', 'wait(times: int = "") -> int');
        const told: MypyError[] = [];
        const run = await checker.check({
          signal: new AbortController().signal,
          early: {
            paths: ['first.py'],
            onErrors: (errors) => {
              told.push(...errors);
              // Only now can mypy go on.
              void project.folder.write('go.txt', '');
            },
          },
        });
        assert.deepEqual(
          told.map(({ path, code }) => [path, code]),
          [['first.py', 'assignment']],
        );
        assert.deepEqual(errorsOf(run).toSorted(), [
          'first.py:1 assignment',
          'last.py:3 assignment',
        ]);
      } finally {
        await project.remove();
      }
    });
  }
});
