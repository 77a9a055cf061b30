import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  window,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import { COMMANDS, LANGUAGE_STATUS_ITEM } from '../contributions.js';
import { projectOfFile } from '../project-of-file.js';
import type { SnapshotStore } from '../store.js';
import type { FormatTime } from '../views/freshness-text.js';
import { type LanguageStatus, toLanguageStatus } from './language-status-text.js';

const SEVERITIES: Readonly<Record<LanguageStatus['severity'], LanguageStatusSeverity>> = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

/** What VS Code shows under the braces beside the language of a Python file. */
export class LanguageStatusView {
  readonly #store: SnapshotStore;
  readonly #formatTime: FormatTime;
  readonly #language: Language;
  readonly #item: LanguageStatusItem;
  readonly #subscriptions: Disposable;

  constructor(store: SnapshotStore, formatTime: FormatTime, language: Language) {
    this.#store = store;
    this.#formatTime = formatTime;
    this.#language = language;
    this.#item = languages.createLanguageStatusItem(LANGUAGE_STATUS_ITEM, {
      language: 'python',
      scheme: 'file',
    });
    this.#item.name = 'Mypy Ratchet';
    this.#subscriptions = Disposable.from(
      this.#item,
      store.onDidChange(() => this.#render()),
      window.onDidChangeActiveTextEditor(() => this.#render()),
    );
    this.#render();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #render(): void {
    const { server, all } = this.#store;
    const file = window.activeTextEditor?.document.uri.toString() ?? '';
    const snapshot = projectOfFile(file, all);
    const status = toLanguageStatus(server, snapshot, this.#formatTime, this.#language);
    const { title, command } = status.remedy;
    this.#item.text = status.text;
    this.#item.detail = status.detail;
    this.#item.severity = SEVERITIES[status.severity];
    this.#item.busy = status.busy;
    this.#item.command = {
      title,
      command: COMMANDS[command],
      arguments: snapshot === undefined ? [] : [snapshot.project],
    };
    this.#item.accessibilityInformation = { label: status.spoken };
  }
}
