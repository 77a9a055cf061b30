import {
  Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { Settings } from '../../protocol/settings.js';
import { SETTINGS } from '../contributions.js';
import { uriOf } from '../project-uri.js';
import type { SnapshotStore } from '../store.js';
import { decorateFiles, type ExplorerDecoration } from './decorate-files.js';

/** Numbers of errors beside the files in the Explorer, where a person wants them. */
export class ExplorerDecorations implements FileDecorationProvider {
  readonly #store: SnapshotStore;
  readonly #language: Language;
  readonly #changed = new EventEmitter<Uri[]>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #subscriptions: Disposable;
  /** By URI. */
  #shown: ReadonlyMap<string, ExplorerDecoration> = new Map();

  constructor(store: SnapshotStore, language: Language) {
    this.#store = store;
    this.#language = language;
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.registerFileDecorationProvider(this),
      store.onDidChange(() => this.#render()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTINGS.explorerDecorations)) this.#render();
      }),
    );
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const shown = this.#shown.get(uri.toString());
    if (shown === undefined) return undefined;
    const color = shown.hasNew ? 'list.errorForeground' : 'descriptionForeground';
    const decoration = new FileDecoration(shown.badge, shown.tooltip, new ThemeColor(color));
    decoration.propagate = shown.hasNew;
    return decoration;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Tells VS Code of the files whose decoration is another one now. */
  #render(): void {
    const before = this.#shown;
    const now = this.#decorate();
    this.#shown = now;
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (uri) => !isSame(before.get(uri), now.get(uri)),
    );
    if (changed.length > 0) this.#changed.fire(changed.map((uri) => Uri.parse(uri)));
  }

  #decorate(): ReadonlyMap<string, ExplorerDecoration> {
    const all = new Map<string, ExplorerDecoration>();
    // Of several projects that count a file the innermost is heard, as in the editor.
    const outermostFirst = this.#store.all.toSorted((a, b) => a.project.length - b.project.length);
    for (const snapshot of outermostFirst) {
      const folder = Uri.parse(snapshot.project);
      const wanted = workspace
        .getConfiguration(undefined, folder)
        .get<Settings['explorerDecorations']>(SETTINGS.explorerDecorations, 'none');
      for (const [path, decoration] of decorateFiles(snapshot, wanted, this.#language)) {
        all.set(uriOf(snapshot, path).toString(), decoration);
      }
    }
    return all;
  }
}

function isSame(a: ExplorerDecoration | undefined, b: ExplorerDecoration | undefined): boolean {
  return a?.badge === b?.badge && a?.tooltip === b?.tooltip && a?.hasNew === b?.hasNew;
}
