import { execFileSync } from 'node:child_process';
import type { SourceChanges } from '../../../src/core/compare/source-changes.js';
import { parseDiff } from '../../../src/workspace/git/parse-diff.js';
import type { Corpus } from './corpus.js';

/** The corpus' commits as a real git repository, for the rules that ask git. */
export class History {
  readonly #folder: string;
  readonly #trees: readonly string[];

  private constructor(folder: string, trees: readonly string[]) {
    this.#folder = folder;
    this.#trees = trees;
  }

  /** @param folder Empty; where the repository is made. */
  static write(corpus: Corpus, folder: string): History {
    git(folder, ['init', '--quiet', '--bare', '.']);
    const parts: string[] = [];
    const marks = new Map<string, number>();
    for (const [id, text] of corpus.sources) {
      marks.set(id, marks.size + 1);
      parts.push(`blob\nmark :${marks.size}\n${data(text)}`);
    }
    for (const [index, files] of corpus.commits.entries()) {
      parts.push(`commit refs/heads/c${index}\ncommitter a <a@b> 0 +0000\n${data('')}`);
      for (const [path, { source }] of files) parts.push(`M 644 :${marks.get(source)} ${path}\n`);
      parts.push('\n');
    }
    git(folder, ['fast-import', '--quiet'], parts.join(''));
    return new History(
      folder,
      corpus.commits.map((_, index) => `c${index}`),
    );
  }

  changes(from: number, to: number): SourceChanges {
    return parseDiff(
      git(this.#folder, [
        'diff',
        '--unified=1000000',
        '--no-prefix',
        '--find-renames',
        '--histogram',
        this.#trees[from] ?? '',
        this.#trees[to] ?? '',
      ]),
    );
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function git(cwd: string, args: readonly string[], input = ''): string {
  return execFileSync('git', [...args], { cwd, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
}
