import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BaselineEntry } from '../core/baseline/baseline.js';
import type { EntryOrigin } from '../core/baseline/line-origin.js';
import { BRANCH_ITEM_KINDS, type BranchItem } from '../core/branch/branch-comparison.js';
import { branchMarkdown, MOST_LISTED } from '../core/branch/branch-markdown.js';
import { listGroup } from '../core/branch/group-branch.js';
import type { RevisionList } from '../core/branch/revision.js';
import type { Language } from '../core/language/language.js';
import { Branch, type BranchSurroundings } from '../project/branch/branch.js';
import { BranchEvidence, type ComparedCheck } from '../project/branch/branch-evidence.js';
import type { BranchState } from '../project/branch/branch-state.js';
import { EntryOrigins } from '../project/branch/entry-origins.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectResult } from '../project/project-state.js';
import type {
  BaseFile,
  BranchRow,
  BranchRowsParams,
  ShownBranch,
} from '../protocol/branch-messages.js';
import type { CommandOutcome } from '../protocol/messages.js';
import { Git } from '../workspace/git/git.js';
import { listRevisions } from '../workspace/git/list-revisions.js';
import { toBranchRow, toShownBranch } from './branch-snapshot.js';

/** How long a hover may take. */
const HOVER_PATIENCE_MS = 1_000;

/** A project's branch in the editor: what it is compared with, and what of that is asked for. */
export class BranchHost {
  readonly #origins: EntryOrigins;
  readonly #location: ProjectLocation;
  readonly #branch: Branch;
  readonly #evidence: BranchEvidence;
  readonly #git = new Git();
  readonly #language: Language;
  readonly #send: (branch: ShownBranch) => void;
  #state: BranchState = { kind: 'off' };
  #check: ComparedCheck | undefined;

  /** @param send Is told whenever the comparison is another. */
  constructor(
    surroundings: BranchSurroundings & { readonly language: Language },
    send: (branch: ShownBranch) => void,
  ) {
    this.#location = surroundings.location;
    this.#branch = new Branch(surroundings);
    this.#origins = new EntryOrigins(surroundings.location);
    this.#evidence = new BranchEvidence(surroundings.location.root, this.#origins);
    this.#send = send;
    this.#language = surroundings.language;
  }

  /** See `Branch.compareWith`; the comparison follows with {@link show}. */
  async compareWith(revision: string | null): Promise<void> {
    await this.#branch.compareWith(revision);
  }

  refresh(): Promise<void> {
    return this.#branch.refresh();
  }

  /** Compares a check, tells of it if it is another, and returns it for who counts against it. */
  show(result: ProjectResult | null): BranchState {
    const state = this.#branch.compare(result);
    if (state === this.#state) return state;
    const isStillOff = state.kind === 'off' && this.#state.kind === 'off';
    this.#state = state;
    const { commit } = this.#branch;
    this.#check = result === null || commit === null ? undefined : { commit };
    if (!isStillOff) this.#send(toShownBranch(state, this.#language));
    this.#prepare(state);
    return state;
  }

  /** What came of a request to compare, in one sentence. */
  describe(): CommandOutcome {
    const state = this.#state;
    const language = this.#language;
    switch (state.kind) {
      case 'off':
        return {
          done: true,
          message: language.say('Counted against the commit that is checked out.'),
        };
      case 'unknown':
        return {
          done: false,
          message: language.say('Nothing to compare with: {0}', language.express(state.why)),
        };
      case 'first':
        return {
          done: true,
          message: language.say(
            'There is no baseline at {0}: this branch brings the first one.',
            state.name,
          ),
        };
      case 'waiting':
      case 'compared':
        return { done: true, message: language.say('Compared with {0}.', state.name) };
    }
  }

  listRevisions(): Promise<RevisionList> {
    return listRevisions(this.#location.root);
  }

  async listRows(group: BranchRowsParams): Promise<readonly BranchRow[]> {
    if (this.#state.kind !== 'compared') return [];
    const items = listGroup(this.#state.comparison.items, group);
    const check = this.#checkAt(this.#state.commit);
    const described = await this.#evidence.describe(items, check);
    return described.map((one) => toBranchRow(this.#location.root, one));
  }

  /** @param path As it is now, relative to the root. */
  async readBaseFile(commit: string, path: string): Promise<BaseFile> {
    const old = await this.#evidence.pathAtBase(path, this.#checkAt(commit));
    const file = await this.#git.readCommittedBelow(this.#location.root, old, commit);
    if (file.kind === 'failed') {
      throw new Error(this.#language.say('git could not read {0}: {1}', old, file.detail));
    }
    return { path: old, text: file.kind === 'text' ? file.text : null };
  }

  /**
   * Who wrote entries of the baseline; null while git is still being asked. A person who points at an
   * error does not wait for that: the answer is there when they point at the next one.
   */
  findOrigins(
    wanted: readonly BaselineEntry[],
  ): Promise<ReadonlyMap<BaselineEntry, EntryOrigin> | null> {
    const found = this.#origins.find(wanted, null);
    return Promise.race([found, setTimeout(HOVER_PATIENCE_MS, null, { ref: false })]);
  }

  async toMarkdown(): Promise<string | null> {
    if (this.#state.kind !== 'compared') return null;
    const { name, commit, comparison } = this.#state;
    const listed = BRANCH_ITEM_KINDS.flatMap((kind): readonly BranchItem[] =>
      comparison.items.filter((item) => item.kind === kind).slice(0, MOST_LISTED),
    );
    const described = await this.#evidence.describe(listed, this.#checkAt(commit));
    const { root, prefix } = this.#location;
    return branchMarkdown({ project: basename(root), prefix, name, commit }, comparison, described);
  }

  #prepare(state: BranchState): void {
    if (state.kind !== 'compared') return;
    const { items } = state.comparison;
    if (items.some(({ kind }) => kind === 'accepted')) void this.#origins.prepare(state.commit);
  }

  /** Of another commit, and before the first check, what changed is looked up anew. */
  #checkAt(commit: string): ComparedCheck {
    return this.#check?.commit === commit ? this.#check : { commit };
  }
}
