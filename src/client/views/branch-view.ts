import { commands, Disposable, type TreeView, window } from 'vscode';
import type { BranchGrouping } from '../../core/branch/group-branch.js';
import type { Language } from '../../core/language/language.js';
import type { BranchStore } from '../branch/branch-store.js';
import type { Memory } from '../branch/compared-revisions.js';
import { CONTEXT_KEYS, VIEWS } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import type { BranchNode } from './branch-node.js';
import { describeBranches, describeStale } from './branch-text.js';
import { BranchTree } from './branch-tree.js';

const GROUPING_KEY = 'mypyRatchet.branchGrouping';

/** The view of what a branch does: its rows, its title, and the keys its buttons depend on. */
export class BranchView {
  readonly #snapshots: SnapshotStore;
  readonly #branches: BranchStore;
  readonly #memory: Memory;
  readonly #language: Language;
  readonly #tree: BranchTree;
  readonly #view: TreeView<BranchNode>;
  readonly #subscriptions: Disposable;
  /** What was last drawn, as JSON. */
  #drawn = '';

  constructor(
    snapshots: SnapshotStore,
    branches: BranchStore,
    sendRequest: SendRequest,
    memory: Memory,
    language: Language,
  ) {
    this.#snapshots = snapshots;
    this.#branches = branches;
    this.#memory = memory;
    this.#language = language;
    this.#tree = new BranchTree(snapshots, branches, sendRequest, () => this.grouping, language);
    this.#view = window.createTreeView(VIEWS.branch, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscriptions = Disposable.from(
      this.#tree,
      this.#view,
      branches.onDidChange(() => this.#render()),
      snapshots.onDidChange(() => this.#render()),
    );
    this.#render();
  }

  get grouping(): BranchGrouping {
    return this.#memory.get(GROUPING_KEY) === 'file' ? 'file' : 'category';
  }

  async group(by: BranchGrouping): Promise<void> {
    await this.#memory.update(GROUPING_KEY, by);
    this.#render();
  }

  /** Shows the view, with the keyboard where it was. */
  async reveal(): Promise<void> {
    await commands.executeCommand(`${VIEWS.branch}.focus`, { preserveFocus: true });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Draws the view, if another comparison calls for it: snapshots come several times a second. */
  #render(): void {
    const branchOf = (project: string) => this.#branches.find(project);
    const projects = this.#snapshots.all.map(({ project, name, rootUri, result, stale }) => {
      return [name, rootUri, result?.checkedAt, stale, branchOf(project)];
    });
    const now = JSON.stringify([this.grouping, projects]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    const branches = this.#snapshots.all.map(({ project }) => branchOf(project));
    const isComparing = branches.some(({ kind }) => kind !== 'off');
    this.#view.description = describeBranches(branches, this.#language);
    this.#view.message = describeStale(this.#snapshots.all, branchOf);
    void commands.executeCommand('setContext', CONTEXT_KEYS.isComparing, isComparing);
    const isByFile = this.grouping === 'file';
    void commands.executeCommand('setContext', CONTEXT_KEYS.branchByFile, isByFile);
    this.#tree.refresh();
  }
}
