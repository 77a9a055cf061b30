import assert from 'node:assert/strict';
import { uriIn } from '../../../src/client/python/property-of.js';
import { parseExecutable, parsePythonApi } from '../../../src/client/python/python-api.js';

const ENVIRONMENTS = {
  getActiveEnvironmentPath: () => ({ id: 'venv', path: '/shop/.venv/bin/python' }),
  resolveEnvironment: async () => undefined,
  onDidChangeActiveEnvironmentPath: () => ({ dispose: () => undefined }),
};

describe("the Python extension's API", () => {
  it('is taken when it has all that is used', () => {
    assert.equal(parsePythonApi({ environments: ENVIRONMENTS }), ENVIRONMENTS);
  });

  it('is not taken when it is of another kind', () => {
    const { resolveEnvironment, ...older } = ENVIRONMENTS;
    for (const exports of [undefined, null, 'api', {}, { environments: older }]) {
      assert.equal(parsePythonApi(exports), undefined);
    }
  });

  it('names the executable of a resolved environment', () => {
    const uri = { scheme: 'file', fsPath: '/shop/.venv/bin/python' };
    assert.equal(parseExecutable({ executable: { uri } }), '/shop/.venv/bin/python');
  });

  it('has no executable for an environment without Python', () => {
    for (const resolved of [undefined, {}, { executable: { uri: undefined } }]) {
      assert.equal(parseExecutable(resolved), undefined);
    }
  });

  it('names the folder of a change, given as a folder or as a URI', () => {
    const uri = { scheme: 'file', toString: () => 'file:///shop' };
    assert.equal(uriIn({ resource: { uri, name: 'shop' } }, 'resource'), 'file:///shop');
    assert.equal(uriIn({ resource: uri }, 'resource'), 'file:///shop');
    assert.equal(uriIn({ resource: undefined }, 'resource'), null);
    assert.equal(uriIn(undefined, 'resource'), null);
  });
});
