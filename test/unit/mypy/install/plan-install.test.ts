import assert from 'node:assert/strict';
import type { RejectedInterpreter } from '../../../../src/core/problem/problem.js';
import { planInstall } from '../../../../src/mypy/install/plan-install.js';
import { readInstallFacts } from '../../../../src/mypy/install/read-install-facts.js';
import type { Surroundings } from '../../../../src/mypy/interpreter/surroundings.js';

const VENV: RejectedInterpreter = {
  interpreter: '/repo/app/.venv/bin/python',
  origin: 'project-venv',
  why: 'no-mypy',
  detail: '',
};

interface Machine {
  readonly files?: readonly string[];
  readonly folders?: readonly string[];
  readonly rejected?: readonly RejectedInterpreter[];
  readonly version?: string;
  readonly pyvenv?: string;
  readonly platform?: NodeJS.Platform;
}

/** The command line of an installation on a machine; null where there is none. */
async function plan(machine: Machine): Promise<string | null> {
  const { files = [], folders = [], rejected = [VENV], version = '', platform = 'linux' } = machine;
  const surroundings: Surroundings = {
    env: { PATH: '/bin', Path: 'C:\\bin' },
    platform,
    homeFolder: '/home/me',
    kindOf: async (path) =>
      files.includes(path) ? 'file' : folders.includes(path) ? 'folder' : 'nothing',
    readEdges: async () => machine.pyvenv ?? 'home = /usr/bin\n',
  };
  const search = { root: '/repo/app', repositoryRoot: '/repo', rejected, version };
  const planned = planInstall(await readInstallFacts(search, surroundings));
  return planned && [planned.command, ...planned.args].join(' ');
}

describe('the installation of mypy', () => {
  const venv = '/repo/app/.venv/pyvenv.cfg';

  it('is by pip in a virtual environment, of the mypy that wrote the baseline', async () => {
    assert.equal(
      await plan({ files: [venv], version: '2.4.1' }),
      '/repo/app/.venv/bin/python -m pip install mypy==2.4.1',
    );
  });

  it('is by uv where that made the environment, and is there', async () => {
    const made = { files: [venv, '/bin/uv'], pyvenv: 'uv = 0.9\n' };
    const wanted = '/bin/uv pip install --python /repo/app/.venv/bin/python mypy';
    assert.equal(await plan(made), wanted);
    assert.match((await plan({ ...made, files: [venv] })) ?? '', /-m pip install mypy$/);
  });

  const managers = [
    ['uv', 'uv.lock', '/bin/uv add --dev mypy'],
    ['poetry', 'poetry.lock', '/bin/poetry add --group dev mypy'],
    ['pdm', 'pdm.lock', '/bin/pdm add --dev mypy'],
    ['pipenv', 'Pipfile', '/bin/pipenv install --dev mypy'],
  ] as const;
  for (const [manager, file, wanted] of managers) {
    it(`is by ${manager} where that manages the project`, async () => {
      const program = `/bin/${manager}`;
      assert.equal(await plan({ files: [venv, `/repo/app/${file}`, program] }), wanted);
      assert.equal(await plan({ files: [`/repo/${file}`, program], rejected: [] }), wanted);
      assert.match((await plan({ files: [venv, `/repo/${file}`] })) ?? '', /-m pip install/);
    });
  }

  it('is into the environment that a person set for mypy, whatever manages the project', async () => {
    const rejected = [{ ...VENV, origin: 'setting' }] as const;
    const files = [venv, '/repo/app/poetry.lock', '/bin/poetry'];
    assert.match(
      (await plan({ files, rejected })) ?? '',
      /\.venv\/bin\/python -m pip install mypy$/,
    );
  });

  it('is by conda in an environment of its own', async () => {
    const wanted =
      '/bin/conda install --yes --prefix /repo/app/.venv --channel conda-forge mypy=2.4.1';
    const folders = ['/repo/app/.venv/conda-meta'];
    assert.equal(await plan({ files: ['/bin/conda'], folders, version: '2.4.1' }), wanted);
  });

  it('finds an environment on Windows', async () => {
    const interpreter = 'C:\\env\\python.exe';
    const rejected = [{ ...VENV, interpreter }];
    const files = ['C:\\bin\\conda.exe'];
    const folders = ['C:\\env\\conda-meta'];
    assert.match(
      (await plan({ platform: 'win32', rejected, files, folders })) ?? '',
      /^C:\\bin\\conda\.exe install --yes --prefix C:\\env /,
    );
  });

  it('is never into the Python of the system', async () => {
    const rejected = [{ ...VENV, interpreter: '/usr/bin/python3', origin: 'path' }] as const;
    assert.equal(await plan({ rejected }), null);
    assert.equal(await plan({ rejected: [] }), null);
  });
});
