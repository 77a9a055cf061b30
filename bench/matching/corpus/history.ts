import { spawnSync } from 'node:child_process';
import type { SourceChanges } from '../../../src/core/compare/source-changes.js';
import { readCommittedChanges } from '../../../src/workspace/git/source-changes.js';
import type { Corpus } from '../../../test/support/corpus/corpus.js';

/** A corpus' commits as a real git repository, for the rules that ask git. */
export class History {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder Absolute and empty; where the repository is made. */
  static write(corpus: Corpus, folder: string): History {
    runGit(folder, ['init', '--quiet', '--bare', '.'], '');
    runGit(folder, ['fast-import', '--quiet'], toFastImport(corpus));
    return new History(folder);
  }

  /** What was edited between two commits, by their indexes in the corpus. */
  async readChanges(from: number, to: number): Promise<SourceChanges> {
    const read = await readCommittedChanges(this.#folder, branchOf(from), branchOf(to));
    if (read.kind === 'unknown') throw new Error(read.why);
    return read.changes;
  }
}

/** Each commit is a branch of its own, without parents: only their trees are looked at. */
function branchOf(index: number): string {
  return `refs/heads/c${index}`;
}

function toFastImport({ sources, commits }: Corpus): string {
  const parts: string[] = [];
  const marks = new Map<string, number>();
  for (const [id, text] of sources) {
    marks.set(id, marks.size + 1);
    parts.push(`blob\nmark :${marks.size}\n${data(text)}`);
  }
  for (const [index, files] of commits.entries()) {
    parts.push(`commit ${branchOf(index)}\ncommitter bench <bench@localhost> 0 +0000\n${data('')}`);
    for (const [path, { source }] of files) parts.push(`M 644 :${marks.get(source)} ${path}\n`);
    parts.push('\n');
  }
  return parts.join('');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function runGit(cwd: string, args: readonly string[], input: string): void {
  const { status, error, stderr } = spawnSync('git', args, { cwd, input, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(stderr.trim());
}
