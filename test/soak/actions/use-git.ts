import * as messages from '../../../src/protocol/messages.js';
import { commitAll } from '../../support/git/repository.js';
import { BASELINE, type Session } from '../session.js';
import type { Action, AwaitTruth } from './action.js';

const MOST_BRANCHES = 6;

async function listBranches(session: Session): Promise<readonly string[]> {
  return (await session.git('branch', '--format=%(refname:short)'))
    .split('\n')
    .filter((name) => name !== '' && !name.startsWith('('));
}

async function commit(session: Session): Promise<string> {
  await commitAll(session.root, 'work');
  return session.git('log', '-1', '--format=%h');
}

async function branch(session: Session): Promise<string> {
  await commitAll(session.root, 'before a branch');
  const branches = await listBranches(session);
  const name = `branch-${session.random.below(MOST_BRANCHES)}`;
  if (branches.includes(name)) return checkout(session);
  await session.git('checkout', '--quiet', '-b', name);
  return name;
}

async function checkout(session: Session): Promise<string> {
  await commitAll(session.root, 'before a checkout');
  const name = session.random.pick(await listBranches(session));
  await session.git('checkout', '--quiet', name);
  return name;
}

async function checkoutParent(session: Session): Promise<string> {
  await commitAll(session.root, 'before a detached checkout');
  const current = await session.git('log', '-1', '--format=%h');
  await session.git('checkout', '--quiet', '--detach', 'HEAD~1');
  // Which may have been the branch that is checked out.
  await session.git('branch', '--force', 'kept', current);
  return `the parent of ${current}`;
}

async function stash(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const dirty = await session.git('status', '--porcelain');
  if (dirty === '') return 'nothing to stash';
  await session.git('stash', 'push', '--quiet', '--include-untracked');
  if (session.random.isLucky(0.7)) await awaitTruth();
  // What the editor wrote meanwhile would be in the way.
  await session.git('reset', '--quiet', '--hard');
  await session.git('stash', 'pop', '--quiet');
  return `${dirty.split('\n').length} files`;
}

/** Takes one side of conflicts in Python, and lets the editor repair the baseline. */
async function settleConflicts(session: Session, awaitTruth: AwaitTruth): Promise<void> {
  const conflicts = (await session.git('diff', '--name-only', '--diff-filter=U')).split('\n');
  for (const path of conflicts.filter((name) => name !== '' && name !== BASELINE)) {
    await takeOurs(session, path);
  }
  if (!conflicts.includes(BASELINE)) return;
  if (session.random.isLucky(0.7)) await awaitTruth();
  const { project } = session.editor;
  await session.editor.request(messages.RepairBaselineRequest, { project });
}

/** A file that one side deleted has no other side to take. */
async function takeOurs(session: Session, path: string): Promise<void> {
  try {
    await session.git('checkout', '--quiet', '--ours', '--', path);
    await session.git('add', '--', path);
  } catch {
    await session.git('rm', '--quiet', '--force', '--', path);
  }
}

/** Whether git says that it went well; a conflict is no failure of ours. */
async function succeeds(running: Promise<unknown>): Promise<boolean> {
  try {
    await running;
    return true;
  } catch {
    return false;
  }
}

async function merge(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  await commitAll(session.root, 'before a merge');
  const name = session.random.pick(await listBranches(session));
  const isMerged = await succeeds(session.git('merge', '--quiet', '--no-edit', name));
  if (isMerged) return name;
  await settleConflicts(session, awaitTruth);
  await commitAll(session.root, `merge ${name}`);
  return `${name}, with conflicts`;
}

async function rebase(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  await commitAll(session.root, 'before a rebase');
  const name = session.random.pick(await listBranches(session));
  if (await succeeds(session.git('rebase', '--quiet', name))) return name;
  if (session.random.isLucky(0.5)) await awaitTruth();
  await session.git('rebase', '--abort');
  return `${name}, given up`;
}

async function reset(session: Session): Promise<string> {
  const revision = session.random.pick(['HEAD', 'HEAD', 'HEAD~1']);
  await session.git('reset', '--quiet', '--hard', revision);
  return revision;
}

/** Says in our configuration which branch a change is measured from; or nothing any more. */
async function nameTarget(session: Session): Promise<string> {
  const name = session.random.pick(['', ...(await listBranches(session))]);
  await session.write('mypy-ratchet.toml', name === '' ? '' : `base = "${name}"\n`);
  return name;
}

/** What people do with git in a terminal. */
export const GIT_ACTIONS: readonly Action[] = [
  { name: 'commit', weight: 4, perform: commit },
  { name: 'branch', weight: 2, perform: branch },
  { name: 'check out a branch', weight: 3, perform: checkout },
  { name: 'check out a parent', weight: 1, perform: checkoutParent },
  { name: 'stash and pop', weight: 2, perform: stash },
  { name: 'merge', weight: 2, perform: merge },
  { name: 'rebase', weight: 1, perform: rebase },
  { name: 'reset', weight: 1, perform: reset },
  { name: 'name the target branch', weight: 1, perform: nameTarget },
];
