import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { withTemporaryWorktree } from '../../../src/workspace/git/temporary-worktree.js';
import { CorpusBuilder, type SourceWithErrors } from './corpus-builder.js';
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
 * @throws Error when git fails.
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
      const checker = new PackageChecker(request.settings, folder, cache, () => undefined);
      const checked: HistoryCommit[] = [];
      for (const [index, commit] of commits.entries()) {
        const start = performance.now();
        await tree.moveTo(commit);
        const found = await checkTree(tree, checker, request.packages);
        const place = `${index + 1}/${commits.length} ${commit.id}`;
        if (found.kind === 'unchecked') {
          request.report(`${place}: skipped, ${found.why}`);
          continue;
        }
        builder.addCommit(commit.id, found.files);
        checked.push(commit);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        request.report(
          `${place}: ${found.count} errors in ${found.files.size} files, ${seconds} s`,
        );
      }
      return checked;
    });
    if (use.kind === 'failed') throw new Error(`git could not make a worktree: ${use.detail}`);
    return use.result;
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

type CheckedTree =
  | {
      readonly kind: 'checked';
      readonly files: ReadonlyMap<string, SourceWithErrors>;
      /** Of all errors in them. */
      readonly count: number;
    }
  | { readonly kind: 'unchecked'; readonly why: string };

async function checkTree(
  { folder }: WorkingTree,
  checker: PackageChecker,
  packages: readonly string[],
): Promise<CheckedTree> {
  const targets = packages.filter((path) => existsSync(join(folder, path)));
  if (targets.length === 0) return { kind: 'unchecked', why: 'the package is not there' };
  const run = await checker.check(targets);
  if (run.kind === 'unchecked') return run;
  const files = new Map<string, { readonly text: string; readonly errors: MypyError[] }>();
  let count = 0;
  for (const error of run.errors) {
    // mypy follows imports to other code of the repository.
    if (!targets.some((target) => isUnder(error.path, target))) continue;
    const file = files.get(error.path) ?? {
      text: await readFile(join(folder, error.path), 'utf8'),
      errors: [],
    };
    files.set(error.path, file);
    file.errors.push(error);
    count++;
  }
  return { kind: 'checked', files, count };
}

function isUnder(path: string, target: string): boolean {
  const folder = target.replace(/\/+$/, '');
  return path === folder || path.startsWith(`${folder}/`) || folder === '.';
}
