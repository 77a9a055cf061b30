import assert from 'node:assert/strict';
import { columnUnitOf, toCharacter } from '../../src/core/output/column.js';
import { VERSION, VERSIONS } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';
import { check, MypyProject } from '../support/mypy/mypy-project.js';

/** Lines with one error each, and what it is about. */
const LINES = [
  ['f("é", 1)', '"é"'],
  ['f(1, "é")', '"é"'],
  ['"é"; f(1, "🎉")', '"🎉"'],
  ['"日本"; f("日本", 1)', '"日本"'],
  ['größe("a", "ü")', '"a"'],
  ['été: str = f(1, 2)', 'f(1, 2)'],
  ['"é"; Ü().ñandu', 'Ü().ñandu'],
  ['x = "é" + f(2, 2)  # é', 'f(2, 2)'],
  ['y = ("é", f(3, "🎉🎉"))', '"🎉🎉"'],
] as const;

const PREAMBLE = [
  'def f(a: int, b: int) -> int: return a',
  'def größe(ä: int, ö: str) -> None: pass',
  'class Ü: pass',
];

/** Syntax errors at the same character, and at the same bytes only where all is ASCII. */
const SYNTAX_LINES = ['"日本", "日本", 5 5', '"ab", "ab", 5 5'] as const;

describe('columns of real mypy on lines that are not ASCII', () => {
  let project: MypyProject | undefined;

  afterEach(async () => {
    await project?.remove();
    project = undefined;
  });

  const parsers = [
    ...VERSIONS.map((version) => [version, []] as const),
    // The native parser is the default since 2.4.
    ...(isSince(VERSION, 2, 4) ? [[VERSION, ['--no-native-parser']] as const] : []),
  ];
  for (const [version, args] of parsers) {
    it(`${version} ${args.join(' ')}: the range starts and ends where the expression does`, async () => {
      const lines = [...PREAMBLE, ...LINES.map(([line]) => line)];
      project = await MypyProject.create(version, { 'a.py': `${lines.join('\n')}\n` }, { args });
      const { mypyVersion } = project.invocation.environment;
      const run = await check(project.checker('auto'));
      assert.equal(run.kind, 'complete');
      assert.equal(run.errors.length, LINES.length);
      for (const { start, end, code } of run.errors) {
        const [line, text] = LINES[start.line - PREAMBLE.length - 1] ?? ['', ''];
        const unit = args.length > 0 ? 'bytes' : columnUnitOf(mypyVersion, code);
        const from = toCharacter(line, start.column, 'start', unit);
        const to = toCharacter(line, end.column, 'end', unit);
        assert.equal(line.slice(from, Math.max(from, to)), text, line);
      }
    });
  }

  for (const version of VERSIONS) {
    it(`${version}: a syntax error is where it is`, async () => {
      project = await MypyProject.create(version, {});
      const { mypyVersion, pythonVersion } = project.invocation.environment;
      const checker = project.checker('auto');
      for (const line of SYNTAX_LINES) {
        await project.folder.write('a.py', `${line}\n`);
        const run = await check(checker);
        assert.equal(run.kind, 'blocked');
        const [error] = run.blockers;
        const unit = columnUnitOf(mypyVersion, error?.code ?? '');
        const from = toCharacter(line, error?.start.column ?? 0, 'start', unit);
        // Python 3.9, whose own parser mypy asks, often names the token after the one that is wrong:
        // here the end of the line. It counts characters like the others.
        assert.equal(line.slice(from), pythonVersion === '3.9' ? '' : '5', line);
      }
    });
  }
});
