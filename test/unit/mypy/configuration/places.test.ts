import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { listUpwards } from '../../../../src/mypy/configuration/places.js';

describe('the folders up to the top of a repository', () => {
  it('end there, however git writes it on Windows', () => {
    assert.deepEqual(listUpwards('c:\\shop\\app\\core', 'C:/shop', win32), [
      'c:\\shop\\app\\core',
      'c:\\shop\\app',
      'c:\\shop',
    ]);
    assert.deepEqual(listUpwards('/shop/app', '/shop', posix), ['/shop/app', '/shop']);
  });

  it('are the folder alone where it is not in the repository, or in none', () => {
    assert.deepEqual(listUpwards('d:\\link', 'C:/shop', win32), ['d:\\link']);
    assert.deepEqual(listUpwards('/link', null, posix), ['/link']);
  });
});
