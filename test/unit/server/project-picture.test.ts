import assert from 'node:assert/strict';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { BranchState } from '../../../src/project/branch/branch-state.js';
import { INITIAL_STATE, type ProjectState } from '../../../src/project/project-state.js';
import { FileOwners } from '../../../src/server/file-owners.js';
import { ProjectPicture } from '../../../src/server/project-picture.js';

const BRANCH: BranchState = { kind: 'off' };
const CHECKING: ProjectState = {
  ...INITIAL_STATE,
  activity: { kind: 'checking', elapsedMs: 250, files: null, lastMs: null, lastFiles: null },
};

/** What is sent of states, one after the other: `snapshot`, or `checking` for progress alone. */
function sent(
  ...states: readonly (readonly [ProjectState, BranchState] | 'renewed')[]
): readonly string[] {
  const messages: string[] = [];
  const picture = new ProjectPicture(() => '/w', {
    language: ENGLISH,
    sendDiagnostics: () => undefined,
    sendSnapshot: () => messages.push('snapshot'),
    sendActivity: ({ activity }) => messages.push(activity.kind),
  });
  const owners = new FileOwners({ repositoryRoot: null, prefix: '' });
  const identity = { id: 'file:///w', name: 'w', root: '/w', baselinePath: '/w/b', owners };
  for (const one of states) {
    if (one === 'renewed') picture.renew();
    else picture.send(identity, ...one);
  }
  return messages;
}

describe('the picture of a project', () => {
  it('is sent as a whole first, and then only what mypy is doing', () => {
    const later = { ...CHECKING, activity: { ...CHECKING.activity, elapsedMs: 500 } };
    assert.deepEqual(sent([INITIAL_STATE, BRANCH], [CHECKING, BRANCH], [later, BRANCH]), [
      'snapshot',
      'checking',
      'checking',
    ]);
  });

  it('is sent as a whole first of another project, too', () => {
    assert.deepEqual(sent([INITIAL_STATE, BRANCH], 'renewed', [CHECKING, BRANCH]), [
      'snapshot',
      'snapshot',
    ]);
  });

  it('is sent as a whole when anything else changed, or nothing that the state knows', () => {
    const stale: ProjectState = { ...INITIAL_STATE, stale: { kind: 'no-python-files' } };
    assert.deepEqual(sent([CHECKING, BRANCH], [stale, BRANCH]), ['snapshot', 'snapshot']);
    assert.deepEqual(sent([CHECKING, BRANCH], [CHECKING, BRANCH]), ['snapshot', 'snapshot']);
    const other: BranchState = { ...BRANCH };
    assert.deepEqual(sent([INITIAL_STATE, BRANCH], [CHECKING, other]), ['snapshot', 'snapshot']);
  });
});
