import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { UNKNOWN_ORIGIN } from '../../core/baseline/line-origin.js';
import { type BranchItem, subjectOf } from '../../core/branch/branch-comparison.js';
import type { DescribedItem } from '../../core/branch/described-item.js';
import { findCauses } from '../../core/branch/find-causes.js';
import { type ChangedPathsRead, readChangedPaths } from '../../workspace/git/changed-paths.js';
import { ImportReader } from '../../workspace/source/import-reader.js';
import type { EntryOrigins } from './entry-origins.js';

/** A check against a base, of whose items something is to be said. */
export interface ComparedCheck {
  /** Full hash of the base. */
  readonly commit: string;
}

type Changed = Extract<ChangedPathsRead, { kind: 'read' }>;

const NOTHING_CHANGED: Changed = { kind: 'read', paths: new Set(), renamedFrom: new Map() };

/** Finds what git and the imports say of a branch's items, for those that somebody looks at. */
export class BranchEvidence {
  readonly #root: string;
  readonly #origins: EntryOrigins;
  readonly #imports: ImportReader;
  /** What changed since a commit, while the same check is looked at. */
  #changed: { readonly check: ComparedCheck; readonly reading: Promise<Changed> } | undefined;

  /** @param root Absolute. */
  constructor(root: string, origins: EntryOrigins) {
    this.#root = root;
    this.#origins = origins;
    this.#imports = new ImportReader(root);
  }

  async describe(
    items: readonly BranchItem[],
    check: ComparedCheck,
  ): Promise<readonly DescribedItem[]> {
    const [causes, origins] = await Promise.all([
      this.#findCauses(items, check),
      this.#origins.find(items.flatMap(acceptedEntryOf), check.commit),
    ]);
    return items.map((item) => {
      const [entry] = acceptedEntryOf(item);
      return {
        item,
        causes: causes.get(subjectOf(item).path) ?? [],
        origin: (entry && origins.get(entry)) ?? UNKNOWN_ORIGIN,
      };
    });
  }

  /** The path that a file has at the base; its own where git saw no rename. */
  async pathAtBase(path: string, check: ComparedCheck): Promise<string> {
    const { renamedFrom } = await this.#readChanged(check);
    return renamedFrom.get(path) ?? path;
  }

  /** By path, for what can have a cause: a fixed or edited error has none elsewhere. */
  async #findCauses(
    items: readonly BranchItem[],
    check: ComparedCheck,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const mayBeCaused = items.filter(({ kind }) => kind === 'introduced' || kind === 'accepted');
    const found = new Map<string, readonly string[]>();
    if (mayBeCaused.length === 0) return found;
    const { paths } = await this.#readChanged(check);
    for (const path of new Set(mayBeCaused.map((item) => subjectOf(item).path))) {
      const importsOf = (file: string) => this.#imports.listImports(file, paths);
      found.set(path, await findCauses(path, paths, importsOf));
    }
    return found;
  }

  async #readChanged(check: ComparedCheck): Promise<Changed> {
    if (this.#changed?.check !== check) {
      const reading = readChangedPaths(this.#root, check.commit).then((read) =>
        // Without git's word nothing is blamed.
        read.kind === 'read' ? read : NOTHING_CHANGED,
      );
      this.#changed = { check, reading };
    }
    return this.#changed.reading;
  }
}

function acceptedEntryOf(item: BranchItem): readonly BaselineEntry[] {
  return item.kind === 'accepted' ? [item.entry] : [];
}
