import { URI } from 'vscode-uri';
import type { BaselineEntry } from '../../core/baseline/baseline.js';
import { categorise } from '../../core/category/categorise.js';
import type { Reconciliation } from '../../core/compare/reconcile.js';
import { summarise } from '../../core/counts/summarise.js';
import type { Language } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { Problem } from '../../core/problem/problem.js';
import { describeDisk } from '../../project/baseline-pair.js';
import { locateProject, type ProjectLocation } from '../../project/project-location.js';
import type { ErrorItem, ErrorsParams, ProjectSnapshot } from '../../protocol/messages.js';
import type { FolderSettings } from '../../protocol/settings.js';
import { BaselineStore } from '../../workspace/baseline-store/baseline-store.js';
import { findRepositoryByFiles } from '../../workspace/git/find-repository-by-files.js';
import type { HostedFolder } from '../host-ports.js';
import { isBelow } from '../snapshot.js';
import { toUri } from '../uris.js';
import { isOwnFile } from './own-file.js';
import { placeEntries } from './place-entries.js';

const NOTHING_COMPARED: Reconciliation = {
  errors: [],
  newErrors: [],
  fixed: [],
  stale: new Set(),
  lost: [],
};

/**
 * A project of a workspace that nobody trusts: what its baseline file says. Nothing is run for it,
 * neither Python nor git, and nothing outside of its repository is read.
 */
export class BaselineFolder {
  readonly #folder: HostedFolder;
  readonly #location: ProjectLocation;
  readonly #entries: readonly BaselineEntry[];
  readonly #problems: readonly Problem[];

  private constructor(
    folder: HostedFolder,
    location: ProjectLocation,
    entries: readonly BaselineEntry[],
    problems: readonly Problem[],
  ) {
    this.#folder = folder;
    this.#location = location;
    this.#entries = entries;
    this.#problems = problems;
  }

  /** Undefined where there is no baseline to show. */
  static async read(
    folder: HostedFolder,
    settings: FolderSettings,
  ): Promise<BaselineFolder | undefined> {
    const location = await locateProject(folder.path, settings, findRepositoryByFiles);
    const { baselinePath, root, repositoryRoot } = location;
    if (!(await isOwnFile(baselinePath, repositoryRoot ?? root))) return undefined;
    const read = await new BaselineStore(baselinePath).read();
    const entries = read.kind === 'read' ? read.baseline.entries : [];
    return new BaselineFolder(folder, location, entries, describeDisk(baselinePath, read));
  }

  /** Equal for folders that have one baseline. */
  get baselinePath(): string {
    return this.#location.baselinePath;
  }

  toSnapshot(language: Language): ProjectSnapshot {
    const { root, baselinePath } = this.#location;
    const problem = describeProblem({ kind: 'workspace-untrusted', path: baselinePath }, language);
    const isRead = this.#problems.length === 0 || this.#entries.length > 0;
    return {
      project: this.#folder.uri,
      name: this.#folder.name,
      rootUri: URI.file(root).toString(),
      baselinePath,
      activity: { kind: 'idle' },
      // Which commit has it is git's to say, and git is not asked.
      presence: isRead ? 'uncommitted' : 'unusable',
      checker: null,
      interpreter: null,
      result: {
        checkedAt: 0,
        durationMs: 0,
        authority: 'baseline',
        ...summarise(NOTHING_COMPARED, this.#entries),
        newErrors: [],
        owners: {},
      },
      isOutdated: false,
      comparedWith: null,
      stale: { ...problem, severity: 'warning' },
      problems: this.#problems.map((one) => ({
        ...describeProblem(one, language),
        severity: 'error',
      })),
    };
  }

  /** The entries below one file of the tree, at the lines where their text stands now. */
  async listErrors(row: ErrorsParams): Promise<readonly ErrorItem[]> {
    const { root, repositoryRoot } = this.#location;
    const { path } = row;
    const wanted = this.#entries.filter((entry) => isBelow(row, entry));
    const places = await placeEntries(root, repositoryRoot ?? root, path, wanted);
    return wanted.map((entry, index): ErrorItem => {
      const place = places[index] ?? { line: 0, character: 0, endCharacter: 0 };
      const { message, scope } = entry;
      return {
        id: `${path}\t${index}`,
        uri: toUri(root, path),
        path,
        ...place,
        endLine: place.line,
        code: entry.code,
        category: categorise(entry.code, message),
        scope,
        message,
        status: 'baseline',
      };
    });
  }
}
