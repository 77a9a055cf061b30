import type { CategorySummary } from '../core/counts/counts.js';
import { type CodeOwners, ownersOfFile } from '../core/owners/parse-codeowners.js';
import type { ProjectLocation } from '../project/project-location.js';
import { readCodeOwners } from '../workspace/codeowners.js';

type OwnersByPath = Readonly<Record<string, readonly string[]>>;

/** Whom CODEOWNERS names for the files of a project. */
export class FileOwners {
  readonly #location: Pick<ProjectLocation, 'repositoryRoot' | 'prefix'>;
  #codeOwners: CodeOwners | null = null;
  /** By path: to hold a file against every pattern takes longer than to look it up. */
  readonly #known = new Map<string, readonly string[]>();

  /** The last answer: most snapshots differ in what the project is doing only. */
  #listed:
    | { readonly categories: readonly CategorySummary[]; readonly owners: OwnersByPath }
    | undefined;

  constructor(location: Pick<ProjectLocation, 'repositoryRoot' | 'prefix'>) {
    this.#location = location;
  }

  /** Reads the file as it is now. */
  async read(): Promise<void> {
    const { repositoryRoot } = this.#location;
    this.#codeOwners = repositoryRoot === null ? null : await readCodeOwners(repositoryRoot);
    this.#known.clear();
    this.#listed = undefined;
  }

  /** Of the files with counts, those that somebody owns. The same value for the same counts. */
  list(categories: readonly CategorySummary[]): OwnersByPath {
    if (this.#codeOwners === null) return {};
    if (this.#listed?.categories !== categories) {
      this.#listed = { categories, owners: this.#collect(categories, this.#codeOwners) };
    }
    return this.#listed.owners;
  }

  #collect(categories: readonly CategorySummary[], codeOwners: CodeOwners): OwnersByPath {
    const owned = new Map<string, readonly string[]>();
    for (const { codes } of categories) {
      for (const { files } of codes) {
        for (const { path } of files) {
          const owners = this.#ownersOf(path, codeOwners);
          if (owners.length > 0) owned.set(path, owners);
        }
      }
    }
    return Object.fromEntries(owned);
  }

  #ownersOf(path: string, codeOwners: CodeOwners): readonly string[] {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const { prefix } = this.#location;
    const owners = ownersOfFile(codeOwners, prefix === '' ? path : `${prefix}/${path}`);
    this.#known.set(path, owners);
    return owners;
  }
}
