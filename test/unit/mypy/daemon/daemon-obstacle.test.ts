import assert from 'node:assert/strict';
import { parseMypyOptions } from '../../../../src/mypy/configuration/mypy-options.js';
import { findObstacle } from '../../../../src/mypy/daemon/daemon-obstacle.js';

/** What stands against a daemon, with these words on the command line and this mypy.ini. */
function obstacleOf(
  args: readonly string[],
  ini = '',
  mypyVersion = '1.18.2',
  targets: readonly string[] = [],
): string | undefined {
  const environment = {
    interpreter: '/python',
    origin: 'setting' as const,
    mypyVersion,
    pythonVersion: '3.11',
    platform: 'linux',
    compiled: true,
  };
  const options = parseMypyOptions(`[mypy]\n${ini}\n`, 'ini');
  return findObstacle({ environment, args, targets }, options);
}

describe('what stands against a daemon', () => {
  it('is nothing in an ordinary project', () => {
    assert.equal(obstacleOf([]), undefined);
    assert.equal(obstacleOf(['--strict', '-p', 'pkg'], 'files = src\nstrict = True'), undefined);
    assert.equal(obstacleOf([], 'packages = pkg'), undefined);
  });

  it('are modules without a path, unless other targets are named', () => {
    for (const args of [['-m', 'a'], ['-ma'], ['--module=a'], ['--module', 'a'], ['-c', 'pass']]) {
      assert.match(obstacleOf(args) ?? '', /modules/);
    }
    assert.match(obstacleOf([], 'modules = a, b') ?? '', /modules/);
    assert.equal(obstacleOf([], 'modules = a, b', '1.18.2', ['src']), undefined);
    assert.equal(obstacleOf(['-p', 'pkg'], 'modules = a'), undefined);
  });

  it('is follow_imports when it is silent in the end', () => {
    assert.match(obstacleOf([], 'follow_imports = silent') ?? '', /follow_imports/);
    assert.match(obstacleOf(['--follow-imports=silent']) ?? '', /follow_imports/);
    assert.match(obstacleOf(['--follow-imports', 'silent']) ?? '', /follow_imports/);
    const overridden = obstacleOf(['--follow-imports=skip'], 'follow_imports = silent');
    assert.equal(overridden, undefined);
    assert.equal(obstacleOf([], 'follow_imports = error'), undefined);
  });

  it('is local_partial_types when it is off, from 2.0 on', () => {
    assert.equal(obstacleOf([], 'local_partial_types = False', '1.20.2'), undefined);
    assert.match(obstacleOf([], 'local_partial_types = False', '2.0.0') ?? '', /local_partial/);
    assert.match(obstacleOf(['--no-local-partial-types'], '', '2.4.1') ?? '', /local_partial/);
    const overridden = obstacleOf(['--local-partial-types'], 'local_partial_types = no', '2.4.1');
    assert.equal(overridden, undefined);
  });

  it('is incremental mode when it is off', () => {
    assert.match(obstacleOf(['--no-incremental']) ?? '', /incremental/);
    assert.match(obstacleOf([], 'incremental = False') ?? '', /incremental/);
  });
});

describe("mypy's options in a configuration file", () => {
  it('are those of its own section', () => {
    assert.deepEqual(parseMypyOptions('[mypy]\na = 1\n[mypy-x]\nb = 2\n', 'ini'), { a: '1' });
    const toml = '[tool.mypy]\nincremental = false\n[tool.other]\nx = 1\n';
    assert.deepEqual(parseMypyOptions(toml, 'toml'), { incremental: false });
  });

  it('are none where nothing can be read', () => {
    assert.deepEqual(parseMypyOptions('no section', 'ini'), {});
    assert.deepEqual(parseMypyOptions('= =', 'toml'), {});
    assert.deepEqual(parseMypyOptions('tool = 1\n', 'toml'), {});
    assert.deepEqual(parseMypyOptions('', 'toml'), {});
  });
});
