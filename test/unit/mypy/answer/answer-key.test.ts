import assert from 'node:assert/strict';
import { answerKey } from '../../../../src/mypy/answer/answer-key.js';
import type { MypyInvocation } from '../../../../src/mypy/configuration/mypy-invocation.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

describe('what decides an answer of mypy beside the disk', () => {
  let folder: TemporaryFolder;
  let invocation: MypyInvocation;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.write(
      'mypy.ini',
      '[mypy]\nmypy_path = $LIB:$\u007bOTHER}:%DRIVE%:5% $LAST\nx = %\n',
    );
    invocation = {
      environment: {
        interpreter: '/venv/bin/python',
        origin: 'project-venv',
        mypyVersion: '2.4.1',
        pythonVersion: '3.11',
        platform: 'linux',
        compiled: true,
      },
      root: folder.path,
      configFile: folder.at('mypy.ini'),
      args: ['--strict'],
      targets: ['src'],
      cacheFolder: '/cache',
    };
  });
  afterEach(() => folder.remove());

  it('is the same for the same', () => {
    const env = { HOME: '/h', PATH: '/bin', VSCODE_PID: '1' };
    const key = answerKey(invocation, env);
    assert.equal(key, answerKey(invocation, { VSCODE_PID: '2', PATH: '/x', HOME: '/h' }));
    assert.notEqual(key, undefined);
  });

  it('is another with each variable that mypy, Python or the configuration looks at', () => {
    const key = answerKey(invocation, {});
    for (const name of ['MYPYPATH', 'PYTHONPATH', 'HOME', 'LIB', 'OTHER', 'DRIVE', 'LAST']) {
      assert.notEqual(answerKey(invocation, { [name]: '/x' }), key, name);
    }
    assert.notEqual(answerKey(invocation, { Drive: '/x' }), key, 'as Windows takes it');
    for (const name of ['MYPY_CACHE_DIR', 'FORCE_COLOR', 'SHLVL']) {
      assert.equal(answerKey(invocation, { [name]: '/x' }), key, name);
    }
  });

  it('is another with each part of the command line', () => {
    const key = answerKey(invocation, {});
    const others: readonly Partial<MypyInvocation>[] = [
      { args: [] },
      { targets: [] },
      { root: '/elsewhere' },
      { cacheFolder: '/other' },
      { environment: { ...invocation.environment, mypyVersion: '2.4.2' } },
    ];
    for (const other of others) {
      assert.notEqual(answerKey({ ...invocation, ...other }, {}), key, JSON.stringify(other));
    }
  });

  it('is not known where the arguments name files of arguments, or the configuration is gone', () => {
    for (const word of ['--config-file', '--config-file=x.ini', '@more.txt']) {
      assert.equal(answerKey({ ...invocation, args: [word] }, {}), undefined, word);
    }
    assert.equal(answerKey({ ...invocation, configFile: folder.at('gone.ini') }, {}), undefined);
  });
});
