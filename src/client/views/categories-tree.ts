import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { ErrorsRequest } from '../../protocol/messages.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { toTreeItem } from './tree-item.js';
import { listChildren, listRoots, toErrorNodes, toErrorsParams } from './tree-model.js';
import type { TreeNode } from './tree-node.js';

/** Draws the rows from the store; only the errors of an expanded file are asked of the server. */
export class CategoriesTree implements TreeDataProvider<TreeNode> {
  readonly #store: SnapshotStore;
  readonly #sendRequest: SendRequest;
  readonly #isFocused: () => boolean;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** What the rows were last drawn from, as JSON. */
  #drawn = '';

  constructor(store: SnapshotStore, sendRequest: SendRequest, isFocused: () => boolean) {
    this.#store = store;
    this.#sendRequest = sendRequest;
    this.#isFocused = isFocused;
  }

  /**
   * Draws the rows anew, if another result calls for it. Snapshots come several times a second while
   * mypy is checking, and drawing asks the server for every expanded file.
   */
  refresh(): void {
    const rows = this.#store.all.map(({ activity, ...rest }) => rest);
    const now = JSON.stringify([rows, this.#isFocused()]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return toTreeItem(node);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const focusOnNew = this.#isFocused();
    if (node === undefined) return [...listRoots(this.#store.all, focusOnNew)];
    switch (node.kind) {
      case 'project':
      case 'category':
      case 'code':
        return [...listChildren(node, focusOnNew)];
      case 'file': {
        const errors = await this.#sendRequest(ErrorsRequest, toErrorsParams(node));
        return [...toErrorNodes(node, errors, focusOnNew)];
      }
      case 'problem':
      case 'create-baseline':
      case 'error':
        return [];
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
