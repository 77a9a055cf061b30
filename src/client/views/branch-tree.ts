import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { BranchGrouping } from '../../core/branch/group-branch.js';
import type { Language } from '../../core/language/language.js';
import { BranchRowsRequest } from '../../protocol/branch-messages.js';
import type { BranchStore } from '../branch/branch-store.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { toBranchTreeItem } from './branch-item.js';
import {
  listBranchRoots,
  listDetails,
  listGroups,
  listSections,
  toBranchRowNodes,
  toBranchRowsParams,
} from './branch-model.js';
import type { BranchNode } from './branch-node.js';

/** Draws the branch view's rows; only those of an expanded group are asked of the server. */
export class BranchTree implements TreeDataProvider<BranchNode> {
  readonly #snapshots: SnapshotStore;
  readonly #branches: BranchStore;
  readonly #sendRequest: SendRequest;
  readonly #grouping: () => BranchGrouping;
  readonly #language: Language;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    snapshots: SnapshotStore,
    branches: BranchStore,
    sendRequest: SendRequest,
    grouping: () => BranchGrouping,
    language: Language,
  ) {
    this.#snapshots = snapshots;
    this.#branches = branches;
    this.#sendRequest = sendRequest;
    this.#grouping = grouping;
    this.#language = language;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  getTreeItem(node: BranchNode): TreeItem {
    return toBranchTreeItem(node, this.#language);
  }

  async getChildren(node?: BranchNode): Promise<BranchNode[]> {
    if (node === undefined) {
      const branchOf = (project: string) => this.#branches.find(project);
      return [...listBranchRoots(this.#snapshots.all, branchOf, this.#language)];
    }
    switch (node.kind) {
      case 'branch-project':
        return [...listSections(node, this.#language)];
      case 'branch-section':
        return [...listGroups(node, this.#grouping())];
      case 'branch-group': {
        const rows = await this.#sendRequest(BranchRowsRequest, toBranchRowsParams(node));
        return [...toBranchRowNodes(node, rows)];
      }
      case 'branch-row':
        return [...listDetails(node)];
      case 'branch-notice':
      case 'branch-detail':
        return [];
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
