import assert from 'node:assert/strict';
import { describeTreeKill } from '../../../../src/mypy/process/kill-tree.js';

describe('the end of a tree of processes on Windows', () => {
  it('is brought about by the program of Windows itself, with all descendants', () => {
    assert.deepEqual(describeTreeKill(4711, { SystemRoot: 'D:\\Windows' }), {
      command: 'D:\\Windows\\System32\\taskkill.exe',
      args: ['/PID', '4711', '/T', '/F'],
    });
    assert.match(describeTreeKill(1, {}).command, /^C:\\Windows\\System32\\/);
  });
});
