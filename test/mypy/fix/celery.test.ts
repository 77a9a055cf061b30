import assert from 'node:assert/strict';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import { judgeFixes } from '../../../src/core/fix/judge-fixes.js';
import { FixProject } from '../../support/fix/fix-project.js';
import { readCelery } from '../../support/mutation/celery-files.js';
import { VERSION } from '../../support/mypy/interpreters.js';

// What is left of it differs from version to version.
const describeOne = VERSION === 'newest' ? describe : describe.skip;

describeOne(`mypy ${VERSION} proves fixes all over celery --strict`, function () {
  this.timeout(240_000);
  let project: FixProject;
  let errors: readonly LocatedError[];

  before(async () => {
    const files = Object.fromEntries(await readCelery('released'));
    project = await FixProject.create(VERSION, files, { targets: ['celery'] });
    errors = await project.check();
  });

  after(() => project.remove());

  it('-> None: the errors are gone, and what makes new ones was left out', async () => {
    const plan = await project.plan(errors);
    const { chosen, result } = await project.prove(plan, 'return-none');
    assert.equal(result.kind, 'proved');
    const { proved, dropped, runs } = result;
    console.log(
      `      ${chosen.fixes.length} functions in ${chosen.texts.size} files: ${proved.length} proved, ` +
        `${dropped.length} left out, in ${runs} runs of mypy`,
    );
    assert.ok(proved.length > 100);
    // A body is checked once its function has a type: `self._pool_map = {}` then wants one too.
    const caused = dropped.flatMap(({ reason }) => (reason.kind === 'causes' ? reason.errors : []));
    assert.ok(caused.some(({ code }) => code === 'var-annotated'));
    await project.apply(chosen, proved);
    const rest = await project.check();
    assert.deepEqual(judgeFixes(proved, errors, rest), { useless: [], caused: [] });
    assert.ok(rest.length <= errors.length - proved.length);
    errors = rest;
  });

  it('# type: ignore: nothing is left of thousands, and no comment is unused', async () => {
    const plan = await project.plan(errors);
    const { chosen, result } = await project.prove(plan, 'ignore');
    assert.equal(result.kind, 'proved');
    const { proved, dropped, runs } = result;
    console.log(
      `      ${errors.length} errors: ${proved.length} comments proved, ${dropped.length} left out, ` +
        `in ${runs} runs of mypy`,
    );
    await project.apply(chosen, proved);
    const rest = await project.check();
    assert.deepEqual(judgeFixes(proved, errors, rest), { useless: [], caused: [] });
    assert.ok(rest.length < errors.length / 100, `${rest.length} errors are left`);
    assert.equal(countUnused(rest), countUnused(errors));
  });
});

function countUnused(errors: readonly LocatedError[]): number {
  return errors.filter(({ code }) => code === 'unused-ignore').length;
}
