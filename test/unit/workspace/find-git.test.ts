import assert from 'node:assert/strict';
import { findGit } from '../../../src/workspace/git/find-git.js';

describe("git's program", () => {
  const isFile = (path: string) => path.startsWith('C:\\Git') || path.startsWith('.');

  it('is looked up by the system where that looks on PATH only', () => {
    assert.equal(findGit({ env: {}, platform: 'linux', isFile }), 'git');
    assert.equal(findGit({ env: {}, platform: 'darwin', isFile }), 'git');
  });

  it('is on Windows the one on PATH, and never one in the folder that is looked at', () => {
    const env = { Path: '.;bin;C:\\Empty;C:\\Git\\cmd' };
    assert.equal(findGit({ env, platform: 'win32', isFile }), 'C:\\Git\\cmd\\git.exe');
    assert.equal(findGit({ env: { Path: '.' }, platform: 'win32', isFile }), undefined);
    assert.equal(findGit({ env: {}, platform: 'win32', isFile }), undefined);
  });
});
