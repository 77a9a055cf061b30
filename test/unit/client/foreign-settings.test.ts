import assert from 'node:assert/strict';
import {
  FOREIGN_SETTINGS,
  inheritSettings,
  judgeForeign,
  listForeignPythons,
  type SetSetting,
  splitConfigFile,
} from '../../../src/client/neighbours/foreign-settings.js';
import { planImport } from '../../../src/client/neighbours/plan-import.js';

const expand = {
  path: (path: string) => `/work/${path}`,
  word: (word: string) => word.replace('HERE', '/work'),
};

function set(id: string, value: unknown, level: SetSetting['level'] = 'workspace'): SetSetting {
  return { id, value, level };
}

describe('what other mypy extensions are told', () => {
  it('is inherited where the workspace says it', () => {
    const foreign = judgeForeign([
      set('mypy-type-checker.args', [
        '--strict',
        '--exclude=HERE/x',
        '--config-file',
        'ci/mypy.ini',
      ]),
      set('mypy.targets', ['src', 'tests']),
    ]);
    assert.deepEqual(inheritSettings(foreign, expand), {
      args: ['--strict', '--exclude=/work/x'],
      targets: ['/work/src', '/work/tests'],
      configFile: '/work/ci/mypy.ini',
    });
  });

  it('does not decide what a project finds where a person says it', () => {
    const foreign = judgeForeign([
      set('mypy-type-checker.args', ['--strict'], 'user'),
      set('mypy.configFile', 'mine.ini', 'user'),
    ]);
    assert.deepEqual(inheritSettings(foreign, expand), { args: [], targets: [], configFile: '' });
    assert.ok(foreign.every(({ use }) => use.kind === 'unused'));
  });

  it('names Pythons, whoever says it', () => {
    const paths = [['.venv/bin/python'], ['.venv/bin/python', '-m', 'mypy'], '/opt/bin/dmypy'];
    for (const value of paths) {
      const foreign = judgeForeign([set('mypy-type-checker.path', value, 'user')]);
      assert.deepEqual(
        listForeignPythons(foreign, expand).map(({ path }) => path),
        [expand.path([value].flat()[0] ?? '')],
      );
    }
  });

  it('names no Python by a command that has to be looked up or taken apart', () => {
    for (const value of [['dmypy'], ['poetry', 'run', 'mypy'], [], 1]) {
      const foreign = judgeForeign([set('mypy.dmypyExecutable', value)]);
      assert.deepEqual(listForeignPythons(foreign, expand), []);
    }
  });

  it('has a reason wherever it is not used', () => {
    for (const id of FOREIGN_SETTINGS) {
      const [judged] = judgeForeign([set(id, '')]);
      assert.ok(judged !== undefined);
      if (judged.use.kind === 'unused') assert.notEqual(judged.use.why, '', id);
    }
  });

  it('has its configuration file apart from the arguments', () => {
    const joined = splitConfigFile(['--config-file=a.ini', '--strict']);
    assert.deepEqual(joined, { args: ['--strict'], configFile: 'a.ini' });
    assert.deepEqual(splitConfigFile(['-v']), { args: ['-v'], configFile: '' });
  });
});

describe('the import of settings', () => {
  const theirs = [
    set('mypy-type-checker.args', ['--strict', '--config-file=ci.ini'], 'user'),
    set('mypy-type-checker.cwd', '${'.concat('workspaceFolder}/backend')),
    set('mypy-type-checker.severity', { error: 'Warning' }),
    set('mypy-type-checker.path', ['/opt/bin/mypy']),
    set('mypy.extraArguments', ['--other'], 'folder'),
  ];

  it('takes over at the same level what means the same, the first of each', () => {
    assert.deepEqual(
      planImport(theirs, () => false).map(({ setting, value, level }) => [setting, value, level]),
      [
        ['args', ['--strict'], 'user'],
        ['configFile', 'ci.ini', 'user'],
        ['projects', ['backend'], 'workspace'],
        ['interpreter', '/opt/bin/mypy', 'workspace'],
      ],
    );
  });

  it('leaves alone what is set', () => {
    const planned = planImport(theirs, (setting) => setting !== 'interpreter');
    assert.deepEqual(
      planned.map(({ setting }) => setting),
      ['interpreter'],
    );
  });
});
