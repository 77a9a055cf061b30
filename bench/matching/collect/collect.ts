import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withTemporaryWorktree } from '../../../src/workspace/git/temporary-worktree.js';
import { type CheckedTree, checkTree } from './check-tree.js';
import { CorpusBuilder } from './corpus-builder.js';
import { diffCommits, type History, type HistoryCommit } from './history.js';
import { type CheckSettings, PackageChecker } from './package-checker.js';
import { WorkingTree } from './working-tree.js';

/** What to make a corpus of. */
export interface CollectRequest {
  readonly name: string;
  readonly history: History;
  /** Folders of the packages, `/`-separated, relative to the repository. */
  readonly packages: readonly string[];
  /** Numbers of commits between the two of a pair. */
  readonly gaps: readonly number[];
  readonly settings: CheckSettings;
  /** One line about how far it is. */
  readonly report: (line: string) => void;
}

/**
 * Checks each commit of a history and labels each error.
 *
 * @throws Error when git fails, or when it is interrupted.
 */
export async function collectCorpus(request: CollectRequest): Promise<CorpusBuilder> {
  const { history, gaps, name, packages } = request;
  const builder = new CorpusBuilder(name, packages);
  const commits = await checkCommits(request, builder);
  for (const gap of gaps) {
    for (let from = 0; from + gap < commits.length; from += stepOf(gap)) {
      const [earlier, later] = [commits[from], commits[from + gap]];
      if (earlier === undefined || later === undefined) break;
      builder.addPair(gap, from, await diffCommits(history.repository, earlier, later));
    }
  }
  return builder;
}

/** Pairs that are far apart overlap by half. */
function stepOf(gap: number): number {
  return Math.max(1, Math.floor(gap / 2));
}

/** Adds each commit that mypy can check; returns these. */
async function checkCommits(
  request: CollectRequest,
  builder: CorpusBuilder,
): Promise<readonly HistoryCommit[]> {
  const { commits, repository } = request.history;
  const [first] = commits;
  if (first === undefined) throw new Error('No commit touches the package.');
  const cache = await mkdtemp(join(tmpdir(), 'mypy-ratchet-collect-'));
  try {
    const use = await withTemporaryWorktree(repository, first.revision, async (folder) => {
      const tree = new WorkingTree(folder);
      const checker = new PackageChecker(request.settings, folder, cache);
      const checked: HistoryCommit[] = [];
      for (const [index, commit] of commits.entries()) {
        await tree.moveTo(commit);
        const found = await checkTree(folder, checker, request.packages);
        request.report(`${index + 1}/${commits.length} ${commit.id}: ${describeTree(found)}`);
        if (found.kind === 'unchecked') continue;
        builder.addCommit(commit.id, found.files);
        checked.push(commit);
      }
      return checked;
    });
    if (use.kind === 'failed') throw new Error(`git could not make a worktree: ${use.detail}`);
    return use.result;
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

function describeTree(tree: CheckedTree): string {
  if (tree.kind === 'unchecked') return `skipped: ${tree.why}`;
  const errors = [...tree.files.values()].reduce((sum, file) => sum + file.errors.length, 0);
  return `${errors} errors in ${tree.files.size} files`;
}
