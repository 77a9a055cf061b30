import assert from 'node:assert/strict';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { judgeRecorded } from '../../../src/core/output/judge-recorded.js';
import { agreeOn, askBareMypy, withTree } from '../../support/mypy/agreement.js';
import { interpreterOf, VERSION } from '../../support/mypy/interpreters.js';
import { isSince } from '../../support/mypy/is-since.js';

const SOURCE = [
  'def f(a: int, b: int) -> int:',
  '    return a',
  '',
  '',
  'f(',
  '    "é",',
  '    ("日本"',
  '     "x"),',
  ')',
  'é: str = f(1, "🎉")',
  'def g() -> "Nowhere": ...',
  'class C:',
  '    def m(self) -> int:',
  '        pass',
  'class D(C):',
  '    def m(self, x: int) -> str:',
  '        return ""',
  'f(c=1)',
  '',
].join('\n');

describe(`${VERSION}, as a person runs it: positions`, () => {
  it('lines, columns and ends are what mypy prints', () =>
    withTree({ 'a.py': SOURCE }, async (tree) => {
      const { run } = await agreeOn(tree);
      const flags = ['--show-column-numbers', '--show-error-end', 'a.py'];
      const bare = await askBareMypy(interpreterOf(VERSION), tree.path, flags);
      const ours = run.errors.map(({ path, start, end, message, code }) => {
        const place = [path, start.line, start.column, end.line, end.column].join(':');
        return `${place}: error: ${message}  [${code}]`;
      });
      assert.deepEqual(ours.sort(), bare.errors);
      const spans = run.errors.filter(({ start, end }) => end.line > start.line);
      assert.ok(spans.length > 0, 'one is over several lines');
    }));

  it('notes explain their errors, and those that explain none count for nothing', () =>
    withTree({ 'a.py': `${SOURCE}reveal_type(1)\n` }, async (tree) => {
      const { run, bare } = await agreeOn(tree);
      const notes = run.errors.flatMap((error) => error.notes.map(({ message }) => message));
      const printed = bare.stdout.split('\n').filter((line) => line.includes(': note: '));
      const revealed = printed.filter((line) => line.includes('Revealed type'));
      assert.equal(revealed.length, 1);
      assert.equal(notes.length, printed.length - revealed.length, bare.stdout);
      assert.ok(notes.length > 2);
    }));

  it('records in JSON say the same, and ends since 1.20', function () {
    // mypy before 1.11 has no such option.
    if (!isSince(VERSION, 1, 11)) this.skip();
    return withTree({ 'a.py': SOURCE }, async (tree) => {
      const { run, root } = await agreeOn(tree);
      const { stdout, status } = await askBareMypy(interpreterOf(VERSION), root, [
        '--output=json',
        'a.py',
      ]);
      const recorded = judgeRecorded({ stdout, exitCode: status }, root);
      assert.equal(recorded.kind, 'complete', stdout);
      const hasEnds = isSince(VERSION, 1, 20);
      const inText = run.errors.map((error) => placed(error, hasEnds));
      assert.deepEqual(
        recorded.errors.map((error) => placed(error, hasEnds)).sort(),
        inText.sort(),
      );
      assert.equal(stdout.includes('"end_line"'), hasEnds);
    });
  });
});

/** An error with its positions, and its end where that is known. */
function placed({ path, start, end, message, code }: MypyError, hasEnd: boolean): string {
  return JSON.stringify([path, start, hasEnd ? end : null, message, code]);
}
