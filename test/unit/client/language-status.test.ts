import assert from 'node:assert/strict';
import {
  environmentOf,
  toLanguageStatus,
} from '../../../src/client/status/language-status-text.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import {
  checking,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

const formatTime = () => '10:30';

describe('the language status', () => {
  it('names mypy, its engine, the interpreter and the last duration', () => {
    assert.deepEqual(toLanguageStatus('running', projectSnapshot(), formatTime, ENGLISH), {
      text: 'mypy 2.4.1 (Python 3.11), prewarmed',
      detail: '/usr/bin/python3 · checked 10:30 in 1.8 s',
      spoken: 'mypy 2.4.1 (Python 3.11), prewarmed. /usr/bin/python3 · checked 10:30 in 1.8 s',
      severity: 'information',
      busy: false,
      remedy: { title: 'Show Menu', command: 'showMenu' },
    });
  });

  it('names the environment, and to a screen reader the whole path', () => {
    const interpreter = '/home/ann/work/shop/.venv/bin/python';
    const status = toLanguageStatus(
      'running',
      projectSnapshot({ interpreter }),
      formatTime,
      ENGLISH,
    );
    assert.match(status.detail, /^\.venv · /);
    assert.match(status.spoken, /shop\/\.venv\/bin\/python · /);
  });

  it('leaves room for the command beside it', () => {
    const stale = { ...PAUSED, message: 'x'.repeat(100) };
    const { detail } = toLanguageStatus('running', projectSnapshot({ stale }), formatTime, ENGLISH);
    assert.equal(detail.length, 60);
    assert.ok(detail.endsWith('…'));
  });

  it('is busy while mypy is checking', () => {
    const activity = checking({ files: 3, lastMs: 500 });
    assert.equal(
      toLanguageStatus('running', projectSnapshot({ activity }), formatTime, ENGLISH).busy,
      true,
    );
  });

  it('says that a result is of the last session', () => {
    const result = projectResult({ authority: 'last-session' });
    const { detail } = toLanguageStatus(
      'running',
      projectSnapshot({ result }),
      formatTime,
      ENGLISH,
    );
    assert.match(detail, /checked 10:30 in the last session/);
  });

  it('says that files changed since', () => {
    const { detail } = toLanguageStatus(
      'running',
      projectSnapshot({ isOutdated: true }),
      formatTime,
      ENGLISH,
    );
    assert.match(detail, /checked 10:30; files changed since$/);
  });

  it('says what is wrong as gravely as it is, and offers what helps', () => {
    const paused = toLanguageStatus(
      'running',
      projectSnapshot({ stale: PAUSED }),
      formatTime,
      ENGLISH,
    );
    assert.equal(paused.severity, 'warning');
    assert.equal(paused.detail, PAUSED.message);
    assert.equal(paused.remedy.command, 'openBlocker');
    const none = projectSnapshot({
      stale: NO_INTERPRETER,
      result: null,
      checker: null,
      interpreter: null,
    });
    const broken = toLanguageStatus('running', none, formatTime, ENGLISH);
    assert.equal(broken.severity, 'error');
    assert.equal(broken.text, 'mypy');
    assert.equal(broken.remedy.command, 'selectInterpreter');
  });

  it('never takes a server that does not run for one without problems', () => {
    const failed = toLanguageStatus('failed', undefined, formatTime, ENGLISH);
    assert.equal(failed.severity, 'error');
    assert.equal(
      toLanguageStatus('off', undefined, formatTime, ENGLISH).detail,
      'Not running here',
    );
    assert.equal(toLanguageStatus('starting', undefined, formatTime, ENGLISH).busy, true);
  });
});

describe('the environment of an interpreter', () => {
  it('is named by its folder, on every system', () => {
    assert.equal(environmentOf('/shop/.venv/bin/python3.11'), '.venv');
    assert.equal(environmentOf('C:\\shop\\venv\\Scripts\\python.exe'), 'venv');
  });

  it('is the interpreter where there is none', () => {
    for (const path of ['/usr/bin/python3', '/usr/local/bin/python3', 'C:\\Python\\python.exe']) {
      assert.equal(environmentOf(path), path);
    }
  });
});
