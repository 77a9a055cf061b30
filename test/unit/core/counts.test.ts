import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countByDirectory } from '../../../src/core/counts/by-directory.js';
import { countByFile } from '../../../src/core/counts/by-file.js';
import {
  addCounts,
  type BaselineCounts,
  type FileSummary,
} from '../../../src/core/counts/counts.js';
import { shareOf } from '../../../src/core/counts/share.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { anyEntries } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

const NOTHING: BaselineCounts = { current: 0, committed: 0, new: 0, fixed: 0 };

const anySummary = fc.tuple(anyEntries, anyEntries).map(([found, fixed]) =>
  summarise({
    errors: toErrors(found).map((error) => ({ error, status: { kind: 'new' } })),
    fixed,
  }),
);

const file = (path: string, current: number, committed = current): FileSummary => ({
  ...NOTHING,
  path,
  current,
  committed,
});

const sum = (rows: readonly BaselineCounts[]) => {
  const { current, committed, new: added, fixed } = rows.reduce(addCounts, NOTHING);
  return { current, committed, new: added, fixed };
};

describe('countByFile', () => {
  it('adds up to the totals, with each file once', () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const files = countByFile(summary);
        assert.deepEqual(sum(files), summary.totals);
        assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
      }),
    );
  });

  it('puts the file with the most errors first', () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        const counts = countByFile(summary).map(({ current }) => current);
        assert.deepEqual(
          counts,
          counts.toSorted((a, b) => b - a),
        );
      }),
    );
  });
});

describe('countByDirectory', () => {
  it('adds up to the totals at every depth', () => {
    fc.assert(
      fc.property(anySummary, fc.nat(3), (summary, depth) => {
        const files = countByFile(summary);
        assert.deepEqual(sum(countByDirectory(files, depth)), summary.totals);
      }),
    );
  });

  it('names a directory by the first parts of its path', () => {
    const files = [
      file('app/api/v1/views.py', 4),
      file('app/api/urls.py', 1),
      file('app/models.py', 3),
      file('setup.py', 2),
      file('/usr/lib/python3/x.py', 1),
    ];
    assert.deepEqual(
      countByDirectory(files, 2).map(({ path, current }) => [path, current]),
      [
        ['app/api', 5],
        ['app', 3],
        ['', 2],
        ['/usr/lib', 1],
      ],
    );
  });
});

describe('shareOf', () => {
  it('is the part of the whole', () => assert.equal(shareOf(1, 4), 0.25));
  it('is nothing of nothing', () => assert.equal(shareOf(0, 0), 0));
});
