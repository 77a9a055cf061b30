import assert from 'node:assert/strict';
import { VERSIONS } from '../support/mypy/interpreters.js';
import { check, errorsOf, MypyProject } from '../support/mypy/mypy-project.js';

const WANTED = 'app/b/wanted.py';
const FILES = {
  'app/__init__.py': '',
  'app/b/__init__.py': '',
  'app/b/a.py':
    'from app.b import wanted\nfrom app.b import absent\n\n\ndef f() -> int:\n    return wanted.g(1)\n',
};

describe('a module that joins a package, on real mypy', () => {
  let project: MypyProject | undefined;

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  for (const version of VERSIONS) {
    for (const engine of ['process', 'prewarmed'] as const) {
      it(`${version} ${engine}: is seen by who has imported it before`, async () => {
        const opened = await MypyProject.create(version, FILES);
        project = opened;
        const checker = opened.checker(engine);
        const missing = ['app/b/a.py:1 attr-defined', 'app/b/a.py:2 attr-defined'];
        assert.deepEqual(errorsOf(await check(checker)), missing);
        await opened.folder.write(WANTED, 'def g(x: str) -> int:\n    return 1\n');
        const found = ['app/b/a.py:2 attr-defined', 'app/b/a.py:6 arg-type'];
        assert.deepEqual(errorsOf(await check(checker)), found);
        await opened.folder.write('app/b/absent/__init__.py', '');
        assert.deepEqual(errorsOf(await check(opened.checker(engine))), found.slice(1));
      });
    }
  }
});
