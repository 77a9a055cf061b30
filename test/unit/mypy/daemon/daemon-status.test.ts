import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseStatusFile } from '../../../../src/mypy/daemon/daemon-status.js';

const PIPE = '\\\\.\\pipe\\dmypy-Zm9v_-Fy.pipe';
const SOCKET = '/tmp/tmp1udagfle/dmypy.sock';

function fileOf(fields: unknown): string {
  return `${JSON.stringify(fields)}\n`;
}

describe('the status file of dmypy', () => {
  it('names the process and where it listens', () => {
    const text = fileOf({ pid: 21967, connection_name: SOCKET });
    assert.deepEqual(parseStatusFile(text, 'linux'), { pid: 21967, connectionName: SOCKET });
  });

  it('names a pipe on Windows', () => {
    const text = fileOf({ pid: 7, connection_name: PIPE });
    assert.deepEqual(parseStatusFile(text, 'win32'), { pid: 7, connectionName: PIPE });
    const padded = '\\\\.\\pipe\\dmypy-Zm9vYg==.pipe';
    assert.ok(parseStatusFile(fileOf({ pid: 7, connection_name: padded }), 'win32'));
  });

  it('is not whole until its last line break is there', () => {
    const text = fileOf({ pid: 21967, connection_name: SOCKET });
    fc.assert(
      fc.property(fc.nat(text.length - 1), (length) => {
        assert.equal(parseStatusFile(text.slice(0, length), 'linux'), undefined);
      }),
    );
  });

  it('is not believed when it names anything else', () => {
    const others = [
      '',
      'dmypy.sock',
      '/run/docker.sock',
      '/tmp/x',
      '\\\\server\\pipe\\dmypy-a.pipe',
    ];
    for (const name of [...others, PIPE]) {
      const text = fileOf({ pid: 1, connection_name: name });
      assert.equal(parseStatusFile(text, 'linux'), undefined, name);
    }
    for (const name of [...others, SOCKET, `${PIPE}\\..\\other`]) {
      const text = fileOf({ pid: 1, connection_name: name });
      assert.equal(parseStatusFile(text, 'win32'), undefined, name);
    }
  });

  it('is not believed when it is something else', () => {
    const fields = [null, [], 'x', {}, { pid: 0, connection_name: SOCKET }, { pid: '1' }];
    for (const value of [...fields, { pid: 1.5, connection_name: SOCKET }, { pid: 1 }]) {
      assert.equal(parseStatusFile(fileOf(value), 'linux'), undefined);
    }
    assert.equal(parseStatusFile('not JSON\n', 'linux'), undefined);
  });
});
