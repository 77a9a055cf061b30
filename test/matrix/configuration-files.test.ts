import assert from 'node:assert/strict';
import { findMypyConfiguration } from '../../src/mypy/configuration/find-configuration.js';
import { agreeOn, askBareMypy, withTree } from '../support/mypy/agreement.js';
import { interpreterOf, VERSION } from '../support/mypy/interpreters.js';
import { isSince } from '../support/mypy/is-since.js';

const UNTYPED = 'def f(x): return x\n';
const INI = '[mypy]\ndisallow_untyped_defs = True\n';
const TOML = '[tool.mypy]\ndisallow_untyped_defs = true\n';

/** Since 1.15 mypy looks for its configuration in the folders above, too. */
const SEARCHES_ABOVE = isSince(VERSION, 1, 15);

describe(`${VERSION}, as a person runs it: files of configuration`, () => {
  for (const [name, text] of [
    ['mypy.ini', INI],
    ['.mypy.ini', INI],
    ['pyproject.toml', TOML],
    ['setup.cfg', INI],
  ] as const) {
    it(name, () =>
      withTree({ 'a.py': UNTYPED, [name]: text }, async (tree) => {
        const { errors, configHash } = await agreeOn(tree);
        assert.deepEqual(errors, ['a.py:1 no-untyped-def']);
        await tree.delete(name);
        const without = await agreeOn(tree);
        assert.deepEqual(without.errors, []);
        assert.notEqual(without.configHash, configHash);
      }),
    );
  }

  it('above, up to the top of the repository: its folder is the root for every version', () =>
    withTree(
      { 'repo/.git/HEAD': '', 'repo/pyproject.toml': TOML, 'repo/pkg/deep/a.py': UNTYPED },
      async (tree) => {
        const [repository, deep] = [tree.at('repo'), tree.at('repo/pkg/deep')];
        const below = await agreeOn(tree, { folder: deep, repository });
        assert.equal(below.root, repository);
        assert.deepEqual(below.errors, ['pkg/deep/a.py:1 no-untyped-def']);
        const { configHash } = await agreeOn(tree, { folder: repository, repository });
        assert.equal(below.configHash, configHash);
        // What mypy says below, where a person may start it as well.
        const bare = await askBareMypy(interpreterOf(VERSION), deep, ['.']);
        assert.equal(bare.errors.length, SEARCHES_ABOVE ? 1 : 0, bare.stdout);
      },
    ));

  for (const top of ['', '.git', '.hg']) {
    it(`above a folder without a repository ${top}`, () =>
      withTree(
        { 'mypy.ini': INI, 'in/deep/a.py': UNTYPED, ...(top && { [`in/${top}/x`]: '' }) },
        async (tree) => {
          const { errors, root, configHash } = await agreeOn(tree, { folder: tree.at('in/deep') });
          assert.equal(root, tree.at('in/deep'));
          const isTaken = SEARCHES_ABOVE && top === '';
          assert.deepEqual(errors, isTaken ? ['a.py:1 no-untyped-def'] : []);
          await tree.delete('mypy.ini');
          const without = await agreeOn(tree, { folder: tree.at('in/deep') });
          assert.equal(configHash !== without.configHash, isTaken);
        },
      ));
  }

  const homes = [
    // 1.15 does not know what `~` stands for.
    ['HOME', '.mypy.ini', !isSince(VERSION, 1, 15) || isSince(VERSION, 1, 16)],
    ['XDG_CONFIG_HOME', 'mypy/config', true],
  ] as const;
  for (const [variable, path, isTaken] of homes) {
    it(`at home: ${variable}`, () =>
      withTree({ [`home/${path}`]: INI, 'in/a.py': UNTYPED }, async (tree) => {
        await withVariable(variable, tree.at('home'), async () => {
          const { errors } = await agreeOn(tree, { folder: tree.at('in') });
          assert.deepEqual(errors, isTaken ? ['a.py:1 no-untyped-def'] : []);
        });
      }));
  }

  const faulty = [
    ['no array of overrides', 'pyproject.toml', `${TOML}[tool.mypy.overrides]\nmodule = "b"\n`],
    ['overrides without a module', 'pyproject.toml', `${TOML}[[tool.mypy.overrides]]\nx = 1\n`],
    ['a byte order mark', 'mypy.ini', `\uFEFF${INI}`],
    ['a byte order mark in TOML', 'pyproject.toml', `\uFEFF${TOML}`],
  ] as const;
  for (const [name, path, text] of faulty) {
    it(`is none for mypy, and for us a fault, when it has ${name}`, () =>
      withTree({ 'a.py': UNTYPED, [path]: text }, async (tree) => {
        const bare = await askBareMypy(interpreterOf(VERSION), tree.path, ['.']);
        assert.deepEqual(bare.errors, []);
        assert.ok(bare.stderr.includes(`${path}: `), bare.stderr);
        assert.equal((await findMypyConfiguration(tree.path, null)).kind, 'unreadable');
      }));
  }

  it('a shared file with nothing but sections of modules is none', () =>
    withTree(
      { 'a.py': UNTYPED, 'setup.cfg': '[mypy-a]\ndisallow_untyped_defs = True\n' },
      async (tree) => {
        const { errors, configHash } = await agreeOn(tree);
        assert.deepEqual(errors, []);
        await tree.delete('setup.cfg');
        assert.equal((await agreeOn(tree)).configHash, configHash);
      },
    ));
});

/** Runs `test` with a variable of this process, which is where the search looks for it. */
async function withVariable(name: string, value: string, test: () => Promise<void>): Promise<void> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    await test();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
