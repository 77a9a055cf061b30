import assert from 'node:assert/strict';
import {
  parseEnvironmentsApi,
  parseRunExecutable,
} from '../../../src/client/python/environments-api.js';

const API = {
  getEnvironment: async () => undefined,
  onDidChangeEnvironment: () => ({ dispose: () => undefined }),
  managePackages: async () => undefined,
};

describe("the Python Environments extension's API", () => {
  it('is taken when it has all that is used', () => {
    assert.equal(parseEnvironmentsApi(API), API);
    const { managePackages, ...older } = API;
    for (const exports of [undefined, null, {}, older]) {
      assert.equal(parseEnvironmentsApi(exports), undefined);
    }
  });

  it('names the program that an environment runs', () => {
    const run = { executable: '/shop/.venv/bin/python', args: [] };
    assert.equal(parseRunExecutable({ execInfo: { run } }), '/shop/.venv/bin/python');
    for (const environment of [undefined, {}, { execInfo: {} }, { execInfo: { run: {} } }]) {
      assert.equal(parseRunExecutable(environment), undefined);
    }
  });
});
