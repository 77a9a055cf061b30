import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseAnswer,
  parseMemory,
  parseMessage,
} from '../../../../src/mypy/daemon/daemon-answer.js';
import { formatRequest } from '../../../../src/mypy/daemon/daemon-request.js';

describe('what dmypy says', () => {
  it('is one message with what was printed, up to mypy 1.6.1', () => {
    const message = { out: 'x\n', err: '', status: 0, stdout: 'hi\n', platform: 'linux' };
    assert.deepEqual(parseMessage(JSON.stringify(message)), {
      stdout: 'hi\n',
      stderr: '',
      answer: message,
    });
  });

  it('is any number of messages and a final one, later', () => {
    const printed = { stdout: '', stderr: 'hi\n', answer: undefined };
    assert.deepEqual(parseMessage('{"stderr": "hi\\n"}'), printed);
    const final = { error: 'no', final: true };
    const expected = { stdout: '', stderr: '', answer: final };
    assert.deepEqual(parseMessage(JSON.stringify(final)), expected);
  });

  it('is no message when it is not an object', () => {
    for (const text of ['', 'null', '[]', '{"final": true', '"x"']) {
      assert.equal(parseMessage(text), undefined);
    }
  });

  it('to run is what mypy found, in its own words', () => {
    assert.deepEqual(parseAnswer({ out: 'a', err: 'b', status: 2, stats: {}, final: true }), {
      kind: 'checked',
      stdout: 'a',
      stderr: 'b',
      status: 2,
    });
    const reason = 'configuration changed';
    assert.deepEqual(parseAnswer({ restart: reason }), { kind: 'restart', reason });
    assert.deepEqual(parseAnswer({ error: 'Daemon crashed!\n' }), {
      kind: 'error',
      detail: 'Daemon crashed!\n',
    });
  });

  it('is never taken for a check unless all of it is there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const { status: _, ...incomplete } = fields;
        assert.notEqual(parseAnswer({ ...incomplete, out: 'x', err: '' }).kind, 'checked');
      }),
    );
    // What `sys.exit("message")` makes of the status.
    assert.equal(parseAnswer({ out: '', err: '', status: 'no' }).kind, 'not-understood');
  });

  it('to status is the memory, where psutil is there to measure it', () => {
    assert.equal(parseMemory({ memory_rss_mib: 1.5 }), 1_572_864);
    assert.equal(parseMemory({ memory_psutil_missing: 'psutil not found' }), undefined);
  });
});

describe('what dmypy is asked', () => {
  it('has all fields that it demands, and no other', () => {
    assert.deepEqual(JSON.parse(formatRequest({ command: 'run', version: '1', args: ['.'] })), {
      command: 'run',
      version: '1',
      args: ['.'],
      export_types: false,
      is_tty: false,
      terminal_width: 80,
    });
    assert.deepEqual(JSON.parse(formatRequest({ command: 'status' })), {
      command: 'status',
      is_tty: false,
      terminal_width: 80,
    });
    assert.deepEqual(JSON.parse(formatRequest({ command: 'reload', path: 'a/b.py' })), {
      command: 'inspect',
      show: 'type',
      location: 'a/b.py:1:1',
      force_reload: true,
      is_tty: false,
      terminal_width: 80,
    });
  });
});
