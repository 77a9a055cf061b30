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

  it('keeps all but what a project is doing when only that changed', () => {
    const store = filled();
    const before = store.find(projectSnapshot().project);
    const activity = {
      kind: 'checking',
      elapsedMs: 1,
      files: null,
      lastMs: null,
      lastFiles: null,
    } as const;
    store.putActivity({ project: projectSnapshot().project, activity, problems: [] });
    assert.deepEqual(store.all, [{ ...before, activity, problems: [] }]);
    store.putActivity({ project: 'file:///gone', activity, problems: [] });
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
