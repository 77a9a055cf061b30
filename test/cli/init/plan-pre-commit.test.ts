import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { planPreCommit } from '../../../src/cli/init/plan-pre-commit.js';
import { MARKER } from '../../../src/cli/init/set-up.js';
import { contentOf, isInsertion, NESTED, SET_UP, valueAt } from '../../support/init/set-ups.js';

const RATCHET = {
  repo: 'https://github.com/mypy-ratchet/mypy-ratchet',
  rev: 'v0.1.0',
  hooks: [{ id: 'mypy-ratchet' }],
};

const plan = (present: string | null, preset: 'none' | 'team', setUp = SET_UP) =>
  planPreCommit(present, setUp, { preset, rev: 'v0.1.0' });

function reposIn(text: string): readonly unknown[] {
  const repos = valueAt(parse(text), 'repos');
  return Array.isArray(repos) ? repos : [];
}

describe('the plan for pre-commit', () => {
  it('makes the file with our hook alone', () => {
    assert.deepEqual(parse(contentOf(plan(null, 'none'))), { repos: [RATCHET] });
    const args = ['--project=back end'];
    const nested = contentOf(plan(null, 'none', NESTED));
    assert.deepEqual(valueAt(parse(nested), 'repos', '0', 'hooks', '0', 'args'), args);
  });

  it('keeps hooks that rewrite or search text away from the baseline', () => {
    const text = contentOf(plan(null, 'team', { ...NESTED, baseline: 'a+b.jsonl' }));
    const hooks = reposIn(text).flatMap((repository) => valueAt(repository, 'hooks'));
    const excluding = hooks.filter((hook) => valueAt(hook, 'exclude') !== undefined);
    const ids = ['trailing-whitespace', 'end-of-file-fixer', 'detect-secrets'];
    assert.deepEqual(
      excluding.map((hook) => valueAt(hook, 'id')),
      ids,
    );
    for (const hook of excluding) {
      assert.equal(valueAt(hook, 'exclude'), '^back end/a\\+b\\.jsonl$');
    }
    assert.match(text, /^ {8}args: \[--line-length=120\]$/m);
  });

  it('adds after what is there, byte by byte, and once', () => {
    fc.assert(
      fc.property(configuration, fc.constantFrom('none', 'team'), (before, preset) => {
        const after = contentOf(plan(before, preset));
        assert.ok(isInsertion(before, after), after);
        assert.ok(after.includes(MARKER));
        assert.deepEqual(reposIn(after).slice(0, reposIn(before).length), reposIn(before));
        assert.deepEqual(reposIn(after).at(-1), RATCHET);
        assert.equal(plan(after, preset).kind, 'unchanged');
      }),
      { numRuns: 50 },
    );
  });

  it('keeps a comment with the hook that it is about, and adds before the next key', () => {
    const before =
      'repos:\n-   repo: local\n    hooks:\n    -   id: x\n        # why x\n# the end\nci: {}\n';
    const after = contentOf(plan(before, 'none'));
    assert.match(
      after,
      /# why x\n# Added by mypy-ratchet init\n- repo: .*\n(?: .*\n)+# the end\nci: \{\}\n$/,
    );
  });

  it('leaves a repository or a hook that is there as it is', () => {
    const text =
      'repos:\n  - repo: git@github.com:Mypy-Ratchet/mypy-ratchet.git\n    rev: v0.0.1\n    hooks: []\n';
    assert.equal(plan(text, 'none').kind, 'unchanged');
    const black =
      'repos:\n  - repo: https://github.com/psf/black\n    rev: 23.1.0\n    hooks: [{ id: black }]\n' +
      '  - repo: local\n    hooks: [{ id: check-json, entry: x, name: x, language: system }]\n';
    const added = reposIn(contentOf(plan(black, 'team'))).slice(2);
    const hooks = added.flatMap((repository) => valueAt(repository, 'hooks'));
    const ids = hooks.map((hook) => valueAt(hook, 'id'));
    assert.ok(!ids.includes('black') && !ids.includes('check-json'));
    assert.ok(ids.includes('check-yaml') && ids.includes('isort'));
  });

  it('rewrites lists in flow style, with their comments', () => {
    const before = '# top\r\nrepos: [ { repo: meta, hooks: [ { id: identity } ] } ] # mine\r\n';
    const after = contentOf(plan(before, 'none'));
    assert.match(after, /^# top\r\n/);
    assert.match(after, /# mine\r\n/);
    assert.ok(after.includes(MARKER));
    assert.ok(!/[^\r]\n/.test(after));
    assert.deepEqual(reposIn(after), [...reposIn(before), RATCHET]);
    assert.equal(plan(after, 'none').kind, 'unchanged');
    assert.deepEqual(reposIn(contentOf(plan('repos: []\n', 'none'))), [RATCHET]);
    assert.deepEqual(reposIn(contentOf(plan('repos:\nfail_fast: true\n', 'none'))), [RATCHET]);
  });

  it('refuses what it does not understand', () => {
    for (const text of ['repos: [', '- repo: x\n', 'repos: 1\n', 'a: 1\n---\nrepos: []\n']) {
      assert.equal(plan(text, 'team').kind, 'conflict', text);
    }
  });
});

const comment = fc.constantFrom('', '# a note\n', '\n', '\n# one more\n\n');

const repository = fc.constantFrom(
  '- repo: https://github.com/astral-sh/ruff-pre-commit # pinned\n  rev: "v0.1"\n  hooks: [ {id: ruff} ]\n',
  '-   repo: local\n    hooks:\n    -   id: own # ours\n        entry: |\n            a\n\n            b\n',
  '- hooks:\n  - { id: other,   args: [ "a", \'b\' ] }\n    # about other\n  repo: meta\n',
);

/** Files in block style as people write them. */
const configuration = fc
  .record({
    head: fc.constantFrom('', '# head\n', 'fail_fast:   true # stop\n', '---\n'),
    indent: fc.constantFrom('', '  ', '    '),
    pieces: fc.uniqueArray(fc.tuple(comment, repository), { minLength: 1 }),
    tail: fc.constantFrom('', 'ci:\n    skip: [ x ]\n', '# tail\n', '\n\nexclude: ^vendor/\n'),
    isEnded: fc.boolean(),
    isWindows: fc.boolean(),
  })
  .map(({ head, indent, pieces, tail, isEnded, isWindows }) => {
    const list = pieces
      .flat()
      .join('')
      .replace(/^(?=.)/gm, indent);
    const text = `${head}repos:\n${list}${tail}`;
    const ended = isEnded ? text : text.replace(/\n+$/, '');
    return isWindows ? ended.replaceAll('\n', '\r\n') : ended;
  });
