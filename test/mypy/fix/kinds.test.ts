import assert from 'node:assert/strict';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import { FIX_KINDS, type Fix } from '../../../src/core/fix/fix.js';
import { judgeFixes } from '../../../src/core/fix/judge-fixes.js';
import { FIX_CASES, type FixCase, OLD_PYTHON_CASES } from '../../support/fix/fix-cases.js';
import { FixProject } from '../../support/fix/fix-project.js';
import { chooseVersions, VERSION } from '../../support/mypy/interpreters.js';
import { isSince } from '../../support/mypy/is-since.js';

const STRICT = ['--strict', '--enable-error-code', 'ignore-without-code'];

for (const version of chooseVersions(['newest', '1.4.1'])) {
  // Whichever Python runs it: in 3.8 and 3.9 there are no unions of types yet.
  const args = [...STRICT, '--python-version', '3.11'];
  describeCases(`mypy ${version} proves fixes`, version, FIX_CASES, args, true);
}

// The newest mypy does not check for such a Python any more.
const old = VERSION === 'newest' ? '1.4.1' : VERSION;
if (VERSION === 'newest' || !isSince(VERSION, 1, 18)) {
  const args = [...STRICT, '--python-version', '3.8'];
  describeCases(`mypy ${old} for Python 3.8 proves fixes`, old, OLD_PYTHON_CASES, args, false);
}

function describeCases(
  title: string,
  version: string,
  all: readonly FixCase[],
  args: readonly string[],
  hasUnions: boolean,
): void {
  const files = new Map(all.map((one, index) => [one, `case_${index}.py`]));

  describe(title, () => {
    const proved: Fix[] = [];
    let project: FixProject;
    let errors: readonly LocatedError[];

    before(async () => {
      const texts = [...files].map(([{ before: text }, path]) => [path, text]);
      project = await FixProject.create(version, Object.fromEntries(texts), { args });
      errors = await project.check();
    });

    after(() => project.remove());

    for (const kind of FIX_KINDS) {
      const cases = all.filter((one) => one.kind === kind);
      if (cases.length === 0) continue;

      it(`${kind}: ${cases.map(({ name }) => name).join('; ')}`, async () => {
        const paths = new Set(cases.map((one) => files.get(one)));
        const own = errors.filter(({ path }) => paths.has(path));
        const plan = await project.plan(own, hasUnions);
        const { chosen, result } = await project.prove(plan, kind);
        assert.equal(result.kind, 'proved');
        await project.apply(chosen, result.proved);
        for (const one of cases) {
          assert.equal(await project.read(files.get(one) ?? ''), one.after, one.name);
        }
        proved.push(...result.proved);
      });
    }

    it('and finds the same when all were made', async () => {
      assert.ok(proved.length >= all.length / 2, `${proved.length} fixes`);
      const rest = await project.check();
      assert.deepEqual(judgeFixes(proved, errors, rest), { useless: [], caused: [] });
    });
  });
}
