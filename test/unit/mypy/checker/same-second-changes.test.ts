import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type FileState,
  SameSecondChanges,
} from '../../../../src/mypy/checker/same-second-changes.js';

/** What mypy keeps of a file, and what it does with it: look at size and second only. */
class MypyCache {
  #entry: FileState | undefined;

  /** The content that a run takes the file to have. */
  run(file: FileState, isForgotten: boolean): string {
    const entry = isForgotten ? undefined : this.#entry;
    const isFresh = entry?.mtimeSeconds === file.mtimeSeconds && entry.size === file.size;
    if (!isFresh) this.#entry = file;
    return isFresh && entry !== undefined ? entry.hash : file.hash;
  }
}

describe('SameSecondChanges', () => {
  it('lets every run see every file as it is', () => {
    const state = fc.record({
      path: fc.constant('/w/a.py'),
      mtimeSeconds: fc.constantFrom(1, 2),
      size: fc.constantFrom(10, 11),
      hash: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(state), (saves) => {
        const changes = new SameSecondChanges();
        const cache = new MypyCache();
        for (const save of saves) {
          const unseen = changes.findUnseen([save]);
          assert.equal(cache.run(save, unseen.length > 0), save.hash);
        }
      }),
    );
  });

  it('also when a run is cut short, before or after it wrote its cache', () => {
    const state = fc.record({
      path: fc.constant('/w/a.py'),
      mtimeSeconds: fc.constantFrom(1, 2),
      size: fc.constantFrom(10, 11),
      hash: fc.constantFrom('a', 'b', 'c'),
      isCutShort: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(state), (saves) => {
        const changes = new SameSecondChanges();
        const cache = new MypyCache();
        for (const save of saves) {
          const unseen = changes.findUnseen([save]);
          if (save.isCutShort) continue;
          assert.equal(cache.run(save, unseen.length > 0), save.hash);
        }
      }),
    );
  });

  it('forgets nothing that mypy sees by itself', () => {
    const changes = new SameSecondChanges();
    const file = { path: '/w/a.py', mtimeSeconds: 1, size: 10, hash: 'a' };
    assert.deepEqual(changes.findUnseen([file]), []);
    assert.deepEqual(changes.findUnseen([file]), []);
    assert.deepEqual(changes.findUnseen([{ ...file, hash: 'b', size: 11 }]), []);
    assert.deepEqual(changes.findUnseen([{ ...file, hash: 'c', mtimeSeconds: 2 }]), []);
    assert.deepEqual(changes.findUnseen([{ ...file, hash: 'd', mtimeSeconds: 2 }]), ['/w/a.py']);
  });
});
