import assert from 'node:assert/strict';
import { readShebang } from '../../../../src/mypy/interpreter/candidates.js';
import {
  type EnvironmentSearch,
  findMypyEnvironment,
} from '../../../../src/mypy/interpreter/find-environment.js';
import { type Probed, readAnswer } from '../../../../src/mypy/interpreter/probe.js';
import type { Surroundings } from '../../../../src/mypy/interpreter/surroundings.js';

const SEARCH: EnvironmentSearch = {
  folder: '/repo/app',
  root: '/repo/app/core',
  repositoryRoot: '/repo',
  setting: '',
  chosen: [],
};

const NO_MYPY: Probed = { kind: 'rejected', why: 'no-mypy', detail: 'none' };

/** A machine that has these files; interpreters have no mypy unless they are in `withMypy`. */
function machine(
  files: readonly string[],
  withMypy: readonly string[] = [],
  changes: Partial<Surroundings> = {},
) {
  const probed: string[] = [];
  const surroundings: Surroundings = {
    env: { PATH: '/usr/bin:/opt/bin' },
    platform: 'linux',
    homeFolder: '/home/me',
    kindOf: async (path) => (files.includes(path) ? 'file' : 'nothing'),
    readEdges: async () => '#!/pipx/mypy/bin/python\nimport sys\n',
    ...changes,
  };
  const find = (search: Partial<EnvironmentSearch>, signal = new AbortController().signal) =>
    findMypyEnvironment({ ...SEARCH, ...search }, signal, probe, surroundings);
  const probe = async (interpreter: string) => {
    probed.push(interpreter);
    return withMypy.includes(interpreter) ? hasMypy(interpreter) : NO_MYPY;
  };
  return { find, probed };
}

function hasMypy(interpreter: string): Probed {
  const [mypyVersion, pythonVersion, platform] = ['2.4.1', '3.11', 'linux'];
  return {
    kind: 'mypy',
    packageFolder: '/site-packages/mypy',
    environment: { interpreter, mypyVersion, pythonVersion, platform, compiled: true },
  };
}

describe('findMypyEnvironment', () => {
  it('looks in order, and takes nothing twice', async () => {
    const files = [
      '/extension/python',
      '/repo/app/.venv/bin/python',
      '/repo/app/core/venv/bin/python3',
      '/repo/.venv/bin/python',
      '/active/bin/python',
      '/usr/bin/python3',
      '/opt/bin/python',
      '/opt/bin/mypy',
    ];
    const { find, probed } = machine(files, [], {
      env: { PATH: '/usr/bin:relative:/opt/bin', VIRTUAL_ENV: '/active', CONDA_PREFIX: '/active' },
    });
    const found = await find({
      chosen: [{ path: '/extension/python', origin: 'python-extension' }],
    });
    const order = [
      ['/extension/python', 'python-extension'],
      ['/repo/app/.venv/bin/python', 'project-venv'],
      ['/repo/app/core/venv/bin/python3', 'project-venv'],
      ['/repo/.venv/bin/python', 'project-venv'],
      ['/active/bin/python', 'virtual-env-variable'],
      ['/usr/bin/python3', 'path'],
      ['/opt/bin/python', 'path'],
      ['/pipx/mypy/bin/python', 'mypy-script'],
    ];
    assert.equal(found.kind, 'none');
    assert.deepEqual(
      found.rejected.map(({ interpreter, origin }) => [interpreter, origin]),
      order,
    );
    assert.deepEqual(
      probed,
      order.map(([interpreter]) => interpreter),
    );
  });

  it('takes the first with mypy, and tells which had none', async () => {
    const files = ['/repo/app/.venv/bin/python', '/usr/bin/python3'];
    const found = await machine(files, ['/usr/bin/python3']).find({});
    assert.equal(found.kind === 'found' && found.environment.interpreter, '/usr/bin/python3');
    assert.equal(found.kind === 'found' && found.environment.origin, 'path');
    assert.deepEqual(
      found.rejected.map(({ why }) => why),
      ['no-mypy'],
    );
  });

  it('lets an extension that is wrong fall through, and a setting not', async () => {
    const files = ['/usr/bin/python3', '/repo/app/.venv/bin/python'];
    const { find } = machine(files, ['/usr/bin/python3']);
    const through = await find({
      chosen: [{ path: '/gone/python', origin: 'python-extension' }],
    });
    assert.equal(through.kind, 'found');
    assert.equal(through.rejected[0]?.why, 'not-found');
    const final = await find({ setting: '/repo/app/.venv/bin/python' });
    assert.equal(final.kind, 'none');
    assert.deepEqual(
      final.rejected.map(({ origin, why }) => [origin, why]),
      [['setting', 'no-mypy']],
    );
  });

  it('takes the interpreter of a mypy that another extension is told to use', async () => {
    const chosen = [
      { path: '/pipx/mypy/bin/mypy', origin: 'neighbour-setting' },
      { path: '/repo/env', origin: 'python-environments' },
    ] as const;
    const files = ['/pipx/mypy/bin/python', '/repo/env/bin/python'];
    const { find, probed } = machine(files, ['/repo/env/bin/python']);
    const found = await find({ chosen });
    assert.deepEqual(probed, files);
    assert.equal(found.kind === 'found' && found.environment.origin, 'python-environments');
  });

  const settings = [
    ['/pipx/mypy/bin/mypy', '/pipx/mypy/bin/python'],
    ['~/env', '/home/me/env/bin/python'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable
    ['${workspaceFolder}/env/bin/python', '/repo/app/env/bin/python'],
    ['env', '/repo/app/env/bin/python'],
    ['../env/bin/python', '/repo/env/bin/python'],
    ['python3.12', '/opt/bin/python3.12'],
    [' /abs/python ', '/abs/python'],
  ] as const;
  for (const [setting, interpreter] of settings) {
    it(`understands the setting ${setting}`, async () => {
      const found = await machine([interpreter], [interpreter]).find({ setting });
      assert.equal(found.kind === 'found' && found.environment.interpreter, interpreter);
    });
  }

  it('says of a setting that leads nowhere what was looked for', async () => {
    const { find, probed } = machine([]);
    const found = await find({ setting: 'env/bin/python' });
    const [rejected] = found.rejected;
    assert.deepEqual(rejected && [rejected.interpreter, rejected.why], [
      '/repo/app/env/bin/python',
      'not-found',
    ]);
    assert.deepEqual(probed, []);
  });

  it('knows how Windows lays out its environments', async () => {
    const interpreter = 'C:\\w\\.venv\\Scripts\\python.exe';
    const { find } = machine([interpreter], [interpreter], {
      platform: 'win32',
      env: { Path: 'C:\\p' },
    });
    const found = await find({ folder: 'C:\\w', root: 'C:\\w', repositoryRoot: null });
    assert.equal(found.kind === 'found' && found.environment.interpreter, interpreter);
  });

  it('stops when it is cancelled', async () => {
    const cancelling = new AbortController();
    const { find, probed } = machine(['/usr/bin/python3', '/opt/bin/python'], [], {
      kindOf: async (path) => {
        if (path === '/usr/bin/python3') cancelling.abort();
        return path === '/usr/bin/python3' ? 'file' : 'nothing';
      },
    });
    const found = await find({}, cancelling.signal);
    assert.deepEqual(found, { kind: 'none', rejected: [] });
    assert.deepEqual(probed, ['/usr/bin/python3']);
  });
});

describe('readShebang', () => {
  const scripts = [
    [
      '#!/home/me/.local/pipx/venvs/mypy/bin/python\n# -*- coding\n',
      '/home/me/.local/pipx/venvs/mypy/bin/python',
    ],
    [
      "#!/bin/sh\n'''exec' \"/a long path/bin/python\" \"$0\" \"$@\"\n' '''\n",
      '/a long path/bin/python',
    ],
    ['#!/bin/sh\n\'\'\'exec\' /a/bin/python3.11 "$0" "$@"\n', '/a/bin/python3.11'],
    [
      'MZ\u0000\u0001junk#!"C:\\with space\\Scripts\\python.exe"\r\nPK\u0003',
      'C:\\with space\\Scripts\\python.exe',
    ],
    [
      'MZ\u0000\u0001junk#!C:\\venv\\Scripts\\python.exe\nPK\u0003',
      'C:\\venv\\Scripts\\python.exe',
    ],
    ['#!/usr/bin/env python3\n', undefined],
    ['#!/bin/bash\nexec something\n', undefined],
    ['', undefined],
  ] as const;
  for (const [script, interpreter] of scripts) {
    it(`finds ${interpreter ?? 'nothing'} in ${JSON.stringify(script.slice(0, 24))}`, () => {
      assert.equal(readShebang(script), interpreter);
    });
  }
});

describe('readAnswer', () => {
  const answer = {
    python: '3.11',
    platform: 'linux',
    executable: '/venv/bin/python',
    package: '/venv/lib/mypy',
    mypy: '2.4.1',
    compiled: true,
  };
  const say = (changes: Readonly<Record<string, unknown>>) =>
    `mypy-ratchet ${JSON.stringify({ ...answer, ...changes })}\n`;

  it('reads what the interpreter says, whatever is printed around it', () => {
    assert.deepEqual(readAnswer(`hello\r\n${say({})}bye\n`, ''), {
      kind: 'mypy',
      packageFolder: '/venv/lib/mypy',
      environment: {
        interpreter: '/venv/bin/python',
        mypyVersion: '2.4.1',
        pythonVersion: '3.11',
        platform: 'linux',
        compiled: true,
      },
    });
  });

  const rejections = [
    ['', 'ImportError: site\n', 'not-python', 'ImportError: site'],
    ['Python was not found\n', '', 'not-python', 'Python was not found'],
    [
      say({ mypy: undefined, error: "ImportError: No module named 'mypy'" }),
      '',
      'no-mypy',
      "ImportError: No module named 'mypy'",
    ],
    [say({ mypy: '0.982' }), '', 'too-old', 'mypy 0.982'],
  ] as const;
  for (const [stdout, stderr, why, detail] of rejections) {
    it(`rejects as ${why}: ${detail}`, () => {
      assert.deepEqual(readAnswer(stdout, stderr), { kind: 'rejected', why, detail });
    });
  }

  it('takes 0.990, 0.991 and 1.0', () => {
    for (const mypy of ['0.990', '0.991', '1.0.0', '2.4.0+dev.01']) {
      assert.equal(readAnswer(say({ mypy }), '').kind, 'mypy', mypy);
    }
  });
});
