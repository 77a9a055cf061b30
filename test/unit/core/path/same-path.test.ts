import assert from 'node:assert/strict';
import { isSamePath } from '../../../../src/core/path/same-path.js';

describe('isSamePath', () => {
  it('knows what git, VS Code and Node write on Windows', () => {
    assert.ok(isSamePath('C:/Users/Me/shop', 'c:\\users\\me\\shop'));
    assert.ok(isSamePath('\\\\server\\share', '\\\\SERVER\\share'));
    assert.ok(!isSamePath('C:/shop', 'D:/shop'));
    assert.ok(!isSamePath('C:/shop', 'c:\\shop\\app'));
  });

  it('tells cases and backslashes apart elsewhere', () => {
    assert.ok(isSamePath('/shop', '/shop'));
    assert.ok(!isSamePath('/shop', '/Shop'));
    assert.ok(!isSamePath('/a\\b', '/a/b'));
  });
});
