import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergePreview } from '../../../../src/core/check/merge-preview.js';

const FILES = ['a.py', 'b.py', 'c.py', 'd.py'] as const;
const path = fc.constantFrom(...FILES);
const errors = fc.array(fc.record({ path, id: fc.nat() }));
const edited = fc.uniqueArray(path).map((paths) => new Set(paths));

describe('merging a preview', () => {
  it('takes edited files from the preview and all others from plain mypy, each once', () => {
    fc.assert(
      fc.property(errors, errors, edited, (plain, preview, paths) => {
        const merged = mergePreview(plain, preview, paths);
        for (const file of FILES) {
          const source = paths.has(file) ? preview : plain;
          const of = (list: typeof plain) => list.filter((error) => error.path === file);
          assert.deepEqual(of([...merged]), of(source));
        }
      }),
    );
  });
});
