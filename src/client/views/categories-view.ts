import { commands, Disposable, type TreeView, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import { CONTEXT_KEYS, VIEWS, type ViewState } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { CategoriesTree } from './categories-tree.js';
import { type FormatTime, isOld } from './freshness-text.js';
import type { TreeChoices } from './tree-choices.js';
import { isCompared } from './tree-model.js';
import type { TreeNode } from './tree-node.js';
import { describeFilter, isFiltered } from './tree-options.js';
import { countNewErrors, toViewHeader } from './view-header.js';
import { toViewState } from './view-state.js';

/** The view in the sidebar: rows, what stands around them, and the keys its buttons depend on. */
export class CategoriesView {
  readonly #store: SnapshotStore;
  readonly #choices: TreeChoices;
  readonly #formatTime: FormatTime;
  readonly #language: Language;
  readonly #tree: CategoriesTree;
  readonly #view: TreeView<TreeNode>;
  readonly #subscriptions: Disposable;
  /** Values of the context keys as they were last set. */
  readonly #keys = new Map<string, string | boolean>();
  /** Ends the progress bar; undefined while there is none. */
  #endProgress: (() => void) | undefined;

  constructor(
    store: SnapshotStore,
    sendRequest: SendRequest,
    choices: TreeChoices,
    formatTime: FormatTime,
    language: Language,
  ) {
    this.#store = store;
    this.#choices = choices;
    this.#formatTime = formatTime;
    this.#language = language;
    this.#tree = new CategoriesTree(store, sendRequest, () => choices.look, language);
    this.#view = window.createTreeView(VIEWS.categories, {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    this.#subscriptions = Disposable.from(
      this.#tree,
      this.#view,
      store.onDidChange(() => this.render()),
      choices.onDidChange(() => this.render()),
    );
    this.render();
  }

  /** Draws the view from the store. */
  render(): void {
    const snapshots = this.#store.all;
    const filter = describeFilter(this.#choices.options, this.#language);
    const { message, badge } = toViewHeader(snapshots, this.#formatTime, filter, this.#language);
    const state = toViewState(this.#store.server, snapshots, this.#choices.look);
    // VS Code shows no welcome under a message: one that is true of now is the better of the two.
    const hasMessage = state === 'rows' || state === 'waiting' || snapshots.some(isOld);
    this.#setMessage(hasMessage ? message : '');
    this.#view.badge = badge;
    this.#view.description = describeComparison(snapshots, this.#language);
    const isChecking = snapshots.some(({ activity }) => activity.kind === 'checking');
    this.#setKeys(state, snapshots);
    this.#setKey(CONTEXT_KEYS.isChecking, isChecking);
    this.#showProgress(isChecking);
    this.#tree.refresh();
  }

  dispose(): void {
    this.#showProgress(false);
    this.#subscriptions.dispose();
  }

  /** VS Code draws the view anew for every message, also for the same one. */
  #setMessage(message: string): void {
    if (this.#view.message !== message) this.#view.message = message;
  }

  #setKeys(state: ViewState, snapshots: readonly ProjectSnapshot[]): void {
    this.#setKey(CONTEXT_KEYS.viewState, state);
    this.#setKey(CONTEXT_KEYS.canCreateBaseline, snapshots.some(canCreateBaseline));
    this.#setKey(CONTEXT_KEYS.hasBaseline, snapshots.some(isCompared));
    this.#setKey(
      CONTEXT_KEYS.hasResult,
      snapshots.some(({ result }) => result !== null),
    );
    this.#setKey(
      CONTEXT_KEYS.foundMypy,
      snapshots.some(({ checker }) => checker !== null),
    );
    this.#setKey(CONTEXT_KEYS.hasFixed, snapshots.some(hasFixed));
    this.#setKey(CONTEXT_KEYS.isFiltered, isFiltered(this.#choices.options));
    this.#setKey(CONTEXT_KEYS.hasNewErrors, countNewErrors(snapshots) > 0);
  }

  #setKey(key: string, value: string | boolean): void {
    if (this.#keys.get(key) === value) return;
    this.#keys.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }

  #showProgress(checking: boolean): void {
    if (!checking) {
      this.#endProgress?.();
      this.#endProgress = undefined;
      return;
    }
    if (this.#endProgress !== undefined) return;
    const checked = new Promise<void>((resolve) => {
      this.#endProgress = resolve;
    });
    void window.withProgress({ location: { viewId: VIEWS.categories } }, () => checked);
  }
}

function canCreateBaseline({ presence, result }: ProjectSnapshot): boolean {
  return presence === 'absent' && result !== null;
}

function hasFixed(snapshot: ProjectSnapshot): boolean {
  return isCompared(snapshot) && (snapshot.result?.totals.fixed ?? 0) > 0;
}

/** Stands beside the title: against what the counts are, where that is not the commit. */
function describeComparison(snapshots: readonly ProjectSnapshot[], { say }: Language): string {
  const names = snapshots.flatMap(({ comparedWith }) => comparedWith ?? []);
  return names.length === 0 ? '' : say('against {0}', [...new Set(names)].join(', '));
}
