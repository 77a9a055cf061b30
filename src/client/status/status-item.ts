import {
  Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import { COMMANDS, STATUS_ITEM } from '../contributions.js';
import type { SnapshotStore } from '../store.js';
import type { FormatTime } from '../views/freshness-text.js';
import { toStatusText } from './status-text.js';
import { toStatusTooltip } from './status-tooltip.js';

/** The item in the status bar. */
export class StatusItem {
  readonly #store: SnapshotStore;
  readonly #formatTime: FormatTime;
  readonly #language: Language;
  readonly #item: StatusBarItem;
  readonly #subscriptions: Disposable;

  constructor(store: SnapshotStore, formatTime: FormatTime, language: Language) {
    this.#store = store;
    this.#formatTime = formatTime;
    this.#language = language;
    this.#item = window.createStatusBarItem(STATUS_ITEM, StatusBarAlignment.Left);
    this.#item.name = 'Mypy Ratchet';
    this.#item.command = COMMANDS.showMenu;
    this.#subscriptions = Disposable.from(
      this.#item,
      store.onDidChange(() => this.#render()),
    );
    this.#render();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #render(): void {
    const { server, all: snapshots } = this.#store;
    const status = toStatusText(server, snapshots, this.#formatTime, this.#language);
    if (status === undefined) {
      this.#item.hide();
      return;
    }
    const tooltip = toStatusTooltip(snapshots, this.#formatTime, this.#language);
    this.#item.text = status.text;
    this.#item.tooltip = new MarkdownString(tooltip || status.spoken, true);
    this.#item.accessibilityInformation = { label: status.spoken };
    this.#item.backgroundColor = status.broken
      ? new ThemeColor('statusBarItem.errorBackground')
      : undefined;
    this.#item.show();
  }
}
