import assert from 'node:assert/strict';
import { parseImport } from '../../../../src/core/imports/imported-module.js';
import { resolveImport, sourceRootOf } from '../../../../src/core/imports/resolve-import.js';

const FILES = new Set([
  'app/__init__.py',
  'app/models.py',
  'app/models.pyi',
  'app/db/__init__.py',
  'app/db/query.py',
  'src/lib/__init__.py',
  'src/lib/core.py',
  'single.py',
]);
const exists = (path: string) => FILES.has(path);

function resolve(path: string, statement: string, sourceRoots = ['']): readonly string[] {
  return parseImport(statement).flatMap((imported) =>
    resolveImport(path, imported, { sourceRoots, exists }),
  );
}

describe('what an import names', () => {
  it('is read from every form of the statement', () => {
    assert.deepEqual(parseImport('import a.b as c, d'), [
      { level: 0, module: 'a.b', names: [] },
      { level: 0, module: 'd', names: [] },
    ]);
    assert.deepEqual(parseImport('from . import x'), [{ level: 1, module: '', names: ['x'] }]);
    assert.deepEqual(parseImport('from ...p.q import (  # why\n    y as z,\n    w,\n)'), [
      { level: 3, module: 'p.q', names: ['y', 'w'] },
    ]);
    assert.deepEqual(parseImport('from .importer import x'), [
      { level: 1, module: 'importer', names: ['x'] },
    ]);
    assert.deepEqual(parseImport('from m import *'), [{ level: 0, module: 'm', names: ['*'] }]);
    assert.deepEqual(parseImport('from m import a, \\\n    b'), [
      { level: 0, module: 'm', names: ['a', 'b'] },
    ]);
  });
});

describe('the files that an import reads', () => {
  it('are modules, packages and stubs of the project', () => {
    assert.deepEqual(resolve('single.py', 'import app.models'), ['app/models.pyi']);
    assert.deepEqual(resolve('single.py', 'from app.db import Query'), ['app/db/__init__.py']);
    assert.deepEqual(resolve('single.py', 'from app import db'), ['app/db/__init__.py']);
    assert.deepEqual(resolve('single.py', 'from app.db import query, Q'), [
      'app/db/__init__.py',
      'app/db/query.py',
    ]);
    assert.deepEqual(resolve('single.py', 'import os, typing'), []);
  });

  it('are found from the package of the importing file', () => {
    assert.deepEqual(resolve('app/db/query.py', 'from ..models import User'), ['app/models.pyi']);
    assert.deepEqual(resolve('app/db/query.py', 'from . import Query'), ['app/db/__init__.py']);
    assert.deepEqual(resolve('app/models.py', 'from .db.query import Q'), ['app/db/query.py']);
    assert.deepEqual(resolve('single.py', 'from . import app'), ['app/__init__.py']);
    assert.deepEqual(resolve('single.py', 'from ... import x'), []);
  });

  it('are found below a source root that is no package', () => {
    const root = sourceRootOf('src/lib/core.py', exists);
    assert.equal(root, 'src');
    assert.equal(sourceRootOf('app/db/query.py', exists), '');
    assert.deepEqual(resolve('src/lib/core.py', 'import lib'), []);
    assert.deepEqual(resolve('src/lib/core.py', 'import lib', ['', root]), ['src/lib/__init__.py']);
  });
});
