import assert from 'node:assert/strict';
import { CliProject } from '../../support/cli/cli-project.js';
import { recordMypy } from '../../support/cli/recorded-outputs.js';
import { assertStatus, type CliRun } from '../../support/cli/run-cli.js';
import { BREAKING_EDIT } from '../../support/project/demo-project.js';

/** One error in `shop/`, so that a folder can have a cap. */
const SHOP = { 'shop/__init__.py': '', 'shop/cart.py': 'def total(prices):\n    return 0\n' };

describe("the gate and the team's own rules", () => {
  let project: CliProject;
  /** What mypy prints for the project, and for one with a fifth error. */
  let known: string;
  let broken: string;

  before(async () => {
    project = await CliProject.demo();
    known = recordMypy(project, []).stdout;
    await breakServices();
    broken = recordMypy(project, []).stdout;
  });
  beforeEach(() => project.reset());
  after(() => project.remove());

  const configure = (...lines: readonly string[]) =>
    project.folder.write('pyproject.toml', `[tool.mypy-ratchet]\n${lines.join('\n')}\n`);
  const breakServices = () =>
    project.folder.edit(BREAKING_EDIT.path, BREAKING_EDIT.from, BREAKING_EDIT.to);
  /** The rules are the same wherever mypy ran, and this way a run takes half the time. */
  const check = (input: string, ...args: readonly string[]): Promise<CliRun> =>
    project.run(['check', '-', ...args], { input });

  describe('on how many errors more there may be', () => {
    it('allows a tenth more of the baseline, rounded down', async () => {
      await configure('max-increase = "10%"');
      assertStatus(await check(known), 0);
      await breakServices();
      const run = await check(broken);
      assertStatus(run, 1);
      assert.match(run.stdout, /^✗ 5 errors, 4 are allowed \(baseline 4\)$/m);
    });

    it('allows one in four, or one', async () => {
      await breakServices();
      for (const amount of ['25%', '1']) {
        const run = await check(broken, '--max-increase', amount);
        assertStatus(run, 0);
        assert.match(run.stdout, /^services\.py:5:\d+: new: /m, 'still told as new');
      }
    });

    it('measures from the merge base, not from a baseline that grew on the branch', async () => {
      await project.branch('grown');
      await breakServices();
      assertStatus(await project.check(['update']), 0);
      const run = await project.check(['check', '--max-increase', '0', '--growth', 'off']);
      assertStatus(run, 1);
      assert.match(run.stdout, /^✗ 5 errors, 4 are allowed \(baseline 4\)$/m);
    });
  });

  describe('on the most that there may be', () => {
    const caps = (table: string, line: string) =>
      configure(`[tool.mypy-ratchet.caps${table}]`, line);

    for (const [table, key, most, words] of [
      ['', 'total', 4, '4 errors in all, 3 are allowed'],
      ['.categories', 'optional', 1, '1 error in Optional handling (None), 0 are allowed'],
      ['.codes', 'return-value', 2, '2 errors in [return-value], 1 are allowed'],
    ] as const) {
      it(`keeps ${key} below its cap, though every error is in the baseline`, async () => {
        await caps(table, `${key} = ${most}`);
        assertStatus(await check(known), 0);
        await caps(table, `${key} = ${most - 1}`);
        const run = await check(known);
        assertStatus(run, 1);
        assert.ok(run.stdout.includes(`✗ ${words}\n`), run.stdout);
        assert.doesNotMatch(run.stdout, /: new: /);
      });
    }

    it('keeps a folder below its cap, and takes no other for it', async () => {
      await project.folder.writeAll({
        ...SHOP,
        'shopping.py': 'def buy(item):\n    return item\n',
      });
      assertStatus(await project.check(['update', '--reason', 'a shop']), 0);
      await caps('.directories', '"shop/" = 1');
      assertStatus(await project.check(['check']), 0);
      await caps('.directories', '"shop/" = 0');
      const run = await project.check(['check']);
      assertStatus(run, 1);
      assert.match(run.stdout, /^✗ 1 error in shop, 0 are allowed$/m);
    });

    it('takes the total of the command line', async () => {
      await caps('', 'total = 0');
      assertStatus(await check(known, '--max-total', '4'), 0);
      assertStatus(await check(known, '--max-total', '3'), 1);
    });
  });

  describe('misread', () => {
    for (const [line, words] of [
      ['stael = "fail"', /mypy-ratchet does not know the key "stael"/],
      ['stale = "fial"', /"stale" is none of fail, warn, off, shrink/],
      ['new-errors = true', /"new-errors" is none of fail, warn, off/],
      ['max-increase = "ten"', /"max-increase" is neither a number of errors nor a percentage/],
      ['base = 3', /"base" is no string/],
      ['caps.totl = 3', /"caps" does not know "totl"/],
      ['caps.categories.optionl = 3', /"caps\.categories" does not know "optionl"/],
      ['caps.total = -1', /"caps\.total" is no number of errors/],
      ['caps.codes = 4', /"caps\.codes" is no table/],
      ['stale = ', /pyproject\.toml could not be read/],
    ] as const) {
      it(`gives no verdict: ${line}`, async () => {
        await configure(line);
        const run = await project.check(['check']);
        assertStatus(run, 2);
        assert.match(run.stderr, words);
        assert.equal(run.stdout, '');
      });
    }

    it('gives no verdict on words of the command line either', async () => {
      for (const [option, value, words] of [
        ['--stale', 'never', /"stale" is none of/],
        ['--max-total', '4.5', /"max-total" is no number of errors/],
        ['--growth', '', /"growth" is none of/],
      ] as const) {
        const run = await project.check(['check', option, value]);
        assertStatus(run, 2);
        assert.match(run.stderr, words);
      }
    });

    it('says which file is meant when two configure it', async () => {
      await configure('stale = "fail"');
      await project.folder.write('mypy-ratchet.toml', 'stael = "fail"\n');
      const run = await project.check(['check']);
      assertStatus(run, 2);
      assert.match(run.stderr, /^mypy-ratchet\.toml could not be read/m);
    });
  });
});
