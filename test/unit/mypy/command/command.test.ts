import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { childEnvironment } from '../../../../src/mypy/command/child-environment.js';
import { formatCommand } from '../../../../src/mypy/command/format-command.js';
import { mypyArguments } from '../../../../src/mypy/command/mypy-arguments.js';
import { mypyCommand } from '../../../../src/mypy/command/python-command.js';
import type { MypyInvocation } from '../../../../src/mypy/configuration/mypy-invocation.js';

const INVOCATION: MypyInvocation = {
  environment: {
    interpreter: '/venv/bin/python',
    origin: 'setting',
    mypyVersion: '2.4.1',
    pythonVersion: '3.11',
    platform: 'linux',
    compiled: true,
  },
  root: '/w',
  configFile: undefined,
  args: [],
  targets: ['.'],
  cacheFolder: '/cache/1',
};

function argumentsFor(changes: Partial<MypyInvocation>, mypyVersion = '2.4.1'): readonly string[] {
  const environment = { ...INVOCATION.environment, mypyVersion };
  return mypyArguments({ ...INVOCATION, environment, ...changes });
}

describe('mypyArguments', () => {
  it("puts the person's arguments before ours and the targets last", () => {
    const args = argumentsFor({ args: ['--strict', '--pretty'], targets: ['-odd', 'src'] });
    assert.deepEqual(args.slice(0, 2), ['--strict', '--pretty']);
    assert.ok(args.indexOf('--no-pretty') > args.indexOf('--pretty'));
    assert.deepEqual(args.slice(-5), ['--cache-dir', '/cache/1', '--', '-odd', 'src']);
  });

  it('names no target when the configuration does', () => {
    assert.deepEqual(argumentsFor({ targets: [] }).slice(-2), ['--cache-dir', '/cache/1']);
  });

  it('drops what asks for other output, in every spelling', () => {
    for (const args of [
      ['--output', 'json'],
      ['--output=json'],
      ['-O', 'json'],
      ['-Ojson'],
      ['--out=json'],
    ]) {
      assert.deepEqual(argumentsFor({ args }), argumentsFor({}), args.join(' '));
    }
  });

  it('passes a configuration file on', () => {
    const args = argumentsFor({ configFile: '/w/etc/mypy.ini' });
    assert.equal(args[args.indexOf('--config-file') + 1], '/w/etc/mypy.ini');
  });

  it('uses only what a version knows', () => {
    assert.ok(!argumentsFor({}, '1.4.1').includes('--hide-error-code-links'));
    assert.ok(argumentsFor({}, '1.5.0').includes('--hide-error-code-links'));
    assert.ok(!argumentsFor({}, '1.19.1').includes('--num-workers=0'));
    assert.ok(argumentsFor({}, '1.20.0').includes('--num-workers=0'));
    assert.ok(!argumentsFor({}, '1.20.2').includes('--sqlite-num-shards=1'));
    assert.ok(argumentsFor({}, '2.0.0').includes('--sqlite-num-shards=1'));
  });

  it('leaves several workers to those who ask for them', () => {
    for (const args of [['-n', '4'], ['-n4'], ['--num-workers=4'], ['--num-workers', 'auto']]) {
      assert.ok(!argumentsFor({ args }).includes('--num-workers=0'), args.join(' '));
      assert.ok(!argumentsFor({ args }).includes('--sqlite-num-shards=1'), args.join(' '));
    }
  });
});

describe('mypyCommand', () => {
  it('keeps the current folder off the module path, before 3.11 too', () => {
    const { environment } = INVOCATION;
    assert.deepEqual(mypyCommand(environment), ['-W', 'ignore', '-P', '-m', 'mypy']);
    const old = mypyCommand({ ...environment, pythonVersion: '3.9' });
    assert.deepEqual(old.slice(0, 3), ['-W', 'ignore', '-c']);
    assert.match(old[3] ?? '', /sys\.path\[0\] = /);
  });
});

describe('childEnvironment', () => {
  it('speaks UTF-8, without colour, a cache elsewhere or more workers', () => {
    const env = childEnvironment({
      PATH: '/bin',
      FORCE_COLOR: '1',
      MYPY_FORCE_COLOR: '1',
      Mypy_Cache_Dir: '/x',
      MYPY_NUM_WORKERS: '4',
      MYPYPATH: 'stubs',
    });
    assert.deepEqual(env, {
      PATH: '/bin',
      MYPYPATH: 'stubs',
      PYTHONIOENCODING: 'utf-8',
      PYTHONUTF8: '1',
    });
  });
});

describe('formatCommand', () => {
  it('is understood by a POSIX shell', function () {
    if (process.platform === 'win32') this.skip();
    const word = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const args = [
          '-e',
          'process.stdout.write(JSON.stringify(process.argv.slice(1)))',
          '--',
          ...words,
        ];
        const line = formatCommand(process.execPath, args, '/', 'linux');
        const output = execFileSync('sh', ['-c', line], { encoding: 'utf8' });
        assert.deepEqual(JSON.parse(output), words);
      }),
      { numRuns: 10 },
    );
  });

  it('quotes for Windows as its programs split', () => {
    assert.equal(
      formatCommand('C:\\p\\python.exe', ['-m', 'a b', 'c"d', 'e f\\'], 'C:\\w x', 'win32'),
      'cd /d "C:\\w x" && C:\\p\\python.exe -m "a b" "c\\"d" "e f\\\\"',
    );
  });
});
