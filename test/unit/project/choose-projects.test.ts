import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseProjects, type FolderMark } from '../../../src/project/discovery/choose-projects.js';

function mark(folder: string, ...has: readonly ('configuration' | 'baseline')[]): FolderMark {
  return {
    folder,
    configures: has.includes('configuration'),
    hasBaseline: has.includes('baseline'),
  };
}

const ANY_MARKS = fc.uniqueArray(
  fc.record({
    folder: fc
      .array(fc.constantFrom('a', 'b', 'ab'), { maxLength: 3 })
      .map((parts) => parts.join('/')),
    configures: fc.boolean(),
    hasBaseline: fc.boolean(),
  }),
  { selector: ({ folder }) => folder },
);

describe('the projects of a folder', () => {
  it('are its packages where nothing configures the whole', () => {
    const marks = [mark('packages/b', 'configuration'), mark('packages/a', 'configuration')];
    assert.deepEqual(chooseProjects(marks, false), ['packages/a', 'packages/b']);
  });

  it('are itself alone where it is configured, or a folder above it is', () => {
    const marks = [mark('packages/a', 'configuration')];
    assert.deepEqual(chooseProjects([...marks, mark('', 'configuration')], false), ['']);
    assert.deepEqual(chooseProjects(marks, true), ['']);
  });

  it('are also those inside of another for which a team keeps a baseline', () => {
    const marks = [
      mark('', 'configuration', 'baseline'),
      mark('a', 'configuration'),
      mark('b', 'configuration', 'baseline'),
      mark('c', 'baseline'),
    ];
    assert.deepEqual(chooseProjects(marks, false), ['', 'b']);
  });

  it('are itself where nothing is configured', () => {
    assert.deepEqual(chooseProjects([], false), ['']);
  });

  it('take no folder for one below another because of its name', () => {
    const marks = [mark('a', 'configuration'), mark('ab', 'configuration')];
    assert.deepEqual(chooseProjects(marks, false), ['a', 'ab']);
  });

  it('never cover one another unless both have a baseline to keep apart', () => {
    fc.assert(
      fc.property(ANY_MARKS, fc.boolean(), (marks, isGoverned) => {
        const chosen = chooseProjects(marks, isGoverned);
        assert.ok(chosen.length > 0);
        assert.equal(new Set(chosen).size, chosen.length);
        assert.deepEqual(chooseProjects(marks.toReversed(), isGoverned), chosen);
        for (const folder of chosen) {
          const own = marks.find((one) => one.folder === folder);
          const isCovered = chosen.some(
            (outer) => outer !== folder && (outer === '' || folder.startsWith(`${outer}/`)),
          );
          if (isCovered) assert.ok(own?.configures && own.hasBaseline);
        }
        // Whatever is configured is in some project.
        for (const { folder, configures } of marks) {
          const isIn = chosen.some(
            (outer) => outer === '' || outer === folder || folder.startsWith(`${outer}/`),
          );
          assert.ok(isIn || !configures);
        }
      }),
    );
  });
});
