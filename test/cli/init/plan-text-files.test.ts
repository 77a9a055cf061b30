import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { planConfiguration } from '../../../src/cli/init/plan-configuration.js';
import { planGitattributes } from '../../../src/cli/init/plan-gitattributes.js';
import { MARKER } from '../../../src/cli/init/set-up.js';
import { contentOf, NESTED, SET_UP, valueAt } from '../../support/init/set-ups.js';

const LINE = 'mypy-baseline.jsonl merge=union linguist-generated=true\n';

describe('the plan for .gitattributes', () => {
  it('makes it where there is none, beside the baseline', () => {
    const content = LINE;
    assert.deepEqual(planGitattributes(null, SET_UP), {
      kind: 'create',
      path: '.gitattributes',
      content,
    });
    const nested = planGitattributes(null, { ...NESTED, baseline: 'debt/a b.jsonl' });
    assert.equal(nested.path, 'back end/debt/.gitattributes');
    assert.equal(contentOf(nested), '"a b.jsonl" merge=union linguist-generated=true\n');
  });

  it('only ever adds, and once', () => {
    const line = fc.constantFrom(
      '*.py text',
      '# mypy-baseline.jsonl merge=union',
      '',
      '*.png -diff',
    );
    const newline = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line), newline, fc.boolean(), (lines, end, isEnded) => {
        const before = lines.join(end) + (isEnded ? end : '');
        const after = contentOf(planGitattributes(before, SET_UP));
        assert.ok(after.startsWith(before));
        assert.ok(after.includes(MARKER));
        assert.ok(after.split(/\r?\n/).includes(LINE.trim()));
        assert.equal(planGitattributes(after, SET_UP).kind, 'unchanged');
      }),
    );
  });

  it('leaves a line for the file as it is', () => {
    assert.equal(planGitattributes('/mypy-baseline.jsonl merge=union', SET_UP).kind, 'unchanged');
    assert.equal(planGitattributes('mypy-baseline.jsonl -diff\n', SET_UP).kind, 'conflict');
  });
});

describe('the plan for the configuration', () => {
  const plan = (pyproject: string | null, own: string | null = null) =>
    planConfiguration({ pyproject, own }, SET_UP);

  it('makes mypy-ratchet.toml without a pyproject.toml', () => {
    const content = 'baseline = "mypy-baseline.jsonl"\n';
    assert.deepEqual(plan(null), { kind: 'create', path: 'mypy-ratchet.toml', content });
    assert.deepEqual(plan(null, ''), { kind: 'unchanged', path: 'mypy-ratchet.toml' });
    assert.equal(
      planConfiguration({ pyproject: '', own: null }, NESTED).path,
      'back end/pyproject.toml',
    );
  });

  it('adds a section to pyproject.toml, and once', () => {
    const piece = fc.constantFrom(
      '[tool.black]\nline-length = 120 # ours\n',
      '# a comment\n',
      '[project]\nname = "x"\n',
      '[[tool.mypy.overrides]]\nmodule = "a.*"\n',
      '[tool]\nx = 1979-05-27\n',
    );
    fc.assert(
      fc.property(fc.uniqueArray(piece), fc.boolean(), (pieces, isEnded) => {
        const before = isEnded ? pieces.join('') : pieces.join('').trimEnd();
        const after = contentOf(plan(before));
        assert.ok(after.startsWith(before));
        assert.ok(after.includes(MARKER));
        const baseline = valueAt(parse(after), 'tool', 'mypy-ratchet', 'baseline');
        assert.equal(baseline, 'mypy-baseline.jsonl');
        assert.equal(plan(after).kind, 'unchanged');
      }),
    );
  });

  it('leaves a section of any form as it is', () => {
    for (const text of [
      '[tool.mypy-ratchet]\n',
      'tool.mypy-ratchet.args = []\n',
      '[tool]\nmypy-ratchet = {}\n',
    ]) {
      assert.equal(plan(text).kind, 'unchanged', text);
    }
  });

  it('refuses what it cannot add to', () => {
    for (const text of ['[tool', 'tool = { black = {} }\n', 'tool = 1\n']) {
      assert.equal(plan(text).kind, 'conflict', text);
    }
  });
});
