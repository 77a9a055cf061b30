import assert from 'node:assert/strict';
import { SnapshotStore } from '../../../src/client/store.js';
import { projectSnapshot } from '../../support/client/snapshots.js';

describe('the store of snapshots', () => {
  function filled(): SnapshotStore {
    const store = new SnapshotStore();
    store.setServer('starting');
    store.setServer('running');
    store.put(projectSnapshot());
    return store;
  }

  it('keeps what a server said while it is started again', () => {
    const store = filled();
    store.setServer('starting');
    assert.equal(store.all.length, 1);
    store.setServer('running');
    assert.equal(store.all.length, 1);
  });

  it('forgets it with a server that is over', () => {
    for (const state of ['failed', 'off'] as const) {
      const store = filled();
      store.setServer(state);
      assert.deepEqual(store.all, [], state);
    }
  });
});
