import assert from 'node:assert/strict';
import { BranchStore } from '../../../src/client/branch/branch-store.js';
import { ComparedRevisions, type Memory } from '../../../src/client/branch/compared-revisions.js';
import { Comparisons, type RequestComparison } from '../../../src/client/branch/comparisons.js';
import { findLine } from '../../../src/client/branch/find-line.js';
import { formatAge } from '../../../src/client/branch/format-age.js';
import { listRevisionItems } from '../../../src/client/branch/revision-items.js';
import { SnapshotStore } from '../../../src/client/store.js';
import type { Revision } from '../../../src/core/branch/revision.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { comparedBranch } from '../../support/client/branches.js';
import { projectSnapshot } from '../../support/client/snapshots.js';

const SHOP = projectSnapshot();
const { project } = SHOP;

function memory(): Memory {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: async (key, value) => {
      values.set(key, value);
    },
  };
}

/** A server that knows every revision but `gone`, and what it was asked. */
function server(): { readonly asked: unknown[]; readonly request: RequestComparison } {
  const asked: unknown[] = [];
  const request: RequestComparison = async ({ revision }) => {
    asked.push(revision);
    return { done: revision !== 'gone', message: '' };
  };
  return { asked, request };
}

function fail(error: unknown): void {
  assert.fail(String(error));
}

describe('what projects are compared with', () => {
  it('is kept from session to session, for each project', async () => {
    const revisions = new ComparedRevisions(memory());
    assert.equal(revisions.find(project), null);
    await revisions.keep(project, '');
    await revisions.keep('file:///other', 'v1');
    assert.equal(revisions.find(project), '');
    await revisions.keep(project, null);
    assert.equal(revisions.find(project), null);
    assert.equal(revisions.find('file:///other'), 'v1');
  });

  it('is told to every server once', async () => {
    const store = new SnapshotStore();
    const { asked, request } = server();
    const revisions = new ComparedRevisions(memory());
    await revisions.keep(project, 'main');
    const comparisons = new Comparisons(store, revisions, request, fail);
    store.setServer('running');
    store.put(SHOP);
    store.put(SHOP);
    store.put(projectSnapshot({ project: 'file:///other' }));
    assert.deepEqual(asked, ['main']);
    store.setServer('failed');
    store.setServer('running');
    store.put(SHOP);
    assert.deepEqual(asked, ['main', 'main']);
    store.remove(project);
    store.put(SHOP);
    assert.deepEqual(asked, ['main', 'main', 'main']);
    comparisons.dispose();
  });

  it('stays when the new revision is not there', async () => {
    const { asked, request } = server();
    const revisions = new ComparedRevisions(memory());
    const store = new SnapshotStore();
    store.setServer('running');
    store.put(SHOP);
    const comparisons = new Comparisons(store, revisions, request, fail);
    await comparisons.compare(project, 'main');
    assert.equal((await comparisons.compare(project, 'gone')).done, false);
    assert.deepEqual(asked, ['main', 'gone', 'main']);
    assert.equal(revisions.find(project), 'main');
    await comparisons.compare(project, null);
    assert.equal(revisions.find(project), null);
  });

  it('is forgotten with the server that compared it', () => {
    const store = new SnapshotStore();
    const branches = new BranchStore(store);
    store.setServer('running');
    branches.put({ project, branch: comparedBranch() });
    assert.equal(branches.find(project).kind, 'compared');
    store.setServer('failed');
    assert.equal(branches.find(project).kind, 'off');
  });
});

describe('the list of revisions', () => {
  const revision = (change: Partial<Revision>): Revision => ({
    kind: 'branch',
    name: 'main',
    at: 0,
    author: 'Ada',
    subject: 'first',
    isCurrent: false,
    ...change,
  });
  const revisions = [
    revision({}),
    revision({ name: 'feature', isCurrent: true }),
    revision({ kind: 'tag', name: 'v1' }),
    revision({ kind: 'commit', name: '0123456789' }),
  ];
  const labels = (typed: string) =>
    listRevisionItems(
      { kind: 'read', revisions, isShallow: false },
      typed,
      () => 'now',
      ENGLISH,
    ).map(({ label }) => label);

  it('begins with the usual base, and leaves out the branch that is checked out', () => {
    assert.deepEqual(labels(''), [
      '$(git-merge) Where This Branch Began',
      'Branches',
      '$(git-branch) main',
      'Tags',
      '$(tag) v1',
      'Commits',
      '$(git-commit) 0123456789',
    ]);
  });

  it('takes what is typed, unless it is listed', () => {
    assert.equal(labels(' HEAD~3 ').at(-1), '$(edit) HEAD~3');
    assert.deepEqual(labels('main'), labels(''));
  });

  it('says how old a commit is', () => {
    const hour = 3_600_000;
    const ages = [0.001, 0.5, 3, 50, 24 * 100, 24 * 1_000].map((hours) =>
      formatAge(0, hours * hour, ENGLISH),
    );
    assert.deepEqual(ages, [
      'now',
      '30 minutes ago',
      '3 hours ago',
      '2 days ago',
      '3 months ago',
      '2 years ago',
    ]);
  });
});

describe('finding a line of the baseline in a file', () => {
  it('goes by its words', () => {
    assert.equal(findLine('a\r\n    def f(x):\r\n', 'def f(x):'), 1);
    assert.equal(findLine('a\n', 'b'), undefined);
    assert.equal(findLine('a\n\n', ''), undefined);
  });
});
