import assert from 'node:assert/strict';
import { projectOf, toLanguageStatus } from '../../../src/client/status/language-status-text.js';
import {
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';

const formatTime = () => '10:30';

describe('the language status', () => {
  it('names mypy, its engine, the interpreter and the last duration', () => {
    assert.deepEqual(toLanguageStatus('running', projectSnapshot(), formatTime), {
      text: 'mypy 2.4.1 (Python 3.11), prewarmed',
      detail: '/usr/bin/python3 · checked 10:30 in 1.8 s',
      severity: 'information',
      busy: false,
      remedy: { title: 'Show Menu', command: 'showMenu' },
    });
  });

  it('is busy while mypy is checking', () => {
    const activity = {
      kind: 'checking',
      elapsedMs: 10,
      files: 3,
      lastMs: 500,
      lastFiles: null,
    } as const;
    assert.equal(toLanguageStatus('running', projectSnapshot({ activity }), formatTime).busy, true);
  });

  it('says that a result is of the last session', () => {
    const result = projectResult({ authority: 'last-session' });
    const { detail } = toLanguageStatus('running', projectSnapshot({ result }), formatTime);
    assert.match(detail, /checked 10:30 in the last session/);
  });

  it('says what is wrong as gravely as it is, and offers what helps', () => {
    const paused = toLanguageStatus('running', projectSnapshot({ stale: PAUSED }), formatTime);
    assert.equal(paused.severity, 'warning');
    assert.equal(paused.detail, PAUSED.message);
    assert.equal(paused.remedy.command, 'openBlocker');
    const none = projectSnapshot({
      stale: NO_INTERPRETER,
      result: null,
      checker: null,
      interpreter: null,
    });
    const broken = toLanguageStatus('running', none, formatTime);
    assert.equal(broken.severity, 'error');
    assert.equal(broken.text, 'mypy');
    assert.equal(broken.remedy.command, 'selectInterpreter');
  });

  it('never takes a server that does not run for one without problems', () => {
    const failed = toLanguageStatus('failed', undefined, formatTime);
    assert.equal(failed.severity, 'error');
    assert.equal(toLanguageStatus('off', undefined, formatTime).detail, 'Not running here');
    assert.equal(toLanguageStatus('starting', undefined, formatTime).busy, true);
  });
});

describe('the project of a file', () => {
  const outer = projectSnapshot({ project: 'file:///shop' });
  const inner = projectSnapshot({ project: 'file:///shop/api' });

  it('is the innermost above it', () => {
    assert.equal(projectOf('file:///shop/api/views.py', [outer, inner]), inner);
    assert.equal(projectOf('file:///shop/cart.py', [outer, inner]), outer);
  });

  it('is none where a name only begins alike', () => {
    assert.equal(projectOf('file:///shopping/cart.py', [outer, inner]), undefined);
    assert.equal(projectOf('', [outer]), undefined);
  });
});
