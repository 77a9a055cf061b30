import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { ErrorsRequest } from '../../protocol/messages.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { toTreeItem } from './tree-item.js';
import {
  listChildren,
  listRoots,
  type TreeLook,
  toErrorNodes,
  toErrorsParams,
} from './tree-model.js';
import type { TreeNode } from './tree-node.js';

/** Draws the rows from the store; only the errors of an expanded file are asked of the server. */
export class CategoriesTree implements TreeDataProvider<TreeNode> {
  readonly #store: SnapshotStore;
  readonly #sendRequest: SendRequest;
  readonly #lookOf: () => TreeLook;
  readonly #language: Language;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** What the rows were last drawn from, as JSON. */
  #drawn = '';

  constructor(
    store: SnapshotStore,
    sendRequest: SendRequest,
    lookOf: () => TreeLook,
    language: Language,
  ) {
    this.#store = store;
    this.#sendRequest = sendRequest;
    this.#lookOf = lookOf;
    this.#language = language;
  }

  /**
   * Draws the rows anew, if another result calls for it. Snapshots come several times a second while
   * mypy is checking, and drawing asks the server for every expanded file.
   */
  refresh(): void {
    const rows = this.#store.all.map(({ activity, ...rest }) => rest);
    const now = JSON.stringify([rows, this.#lookOf()]);
    if (now === this.#drawn) return;
    this.#drawn = now;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return toTreeItem(node, this.#language);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const look = this.#lookOf();
    if (node === undefined) return [...listRoots(this.#store.all, look)];
    switch (node.kind) {
      case 'project':
        return [...(listChildren(node, look) ?? [])];
      case 'group': {
        const rows = listChildren(node, look);
        if (rows !== undefined) return [...rows];
        const errors = await this.#sendRequest(ErrorsRequest, toErrorsParams(node));
        return [...toErrorNodes(node, errors, look)];
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
