import { type Memento, workspace } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { isFocusedOnNewErrors } from '../focus.js';
import type { TreeLook } from './tree-model.js';
import { parseTreeOptions, type TreeOptions } from './tree-options.js';

const KEY = 'tree';

/** How the person wants to see the tree, remembered for the workspace. */
export class TreeChoices {
  #options: TreeOptions;
  readonly #memento: Memento;
  readonly #language: Language;
  readonly #listeners = new Set<() => void>();

  /** @param memento Of the workspace. */
  constructor(memento: Memento, language: Language) {
    this.#memento = memento;
    this.#language = language;
    this.#options = parseTreeOptions(memento.get(KEY));
  }

  get options(): TreeOptions {
    return this.#options;
  }

  /** The choices, and whether the whole extension shows new errors only. */
  get look(): TreeLook {
    // Where nothing is checked no error is new.
    const focusOnNew = workspace.isTrusted && isFocusedOnNewErrors();
    return { ...this.#options, focusOnNew, language: this.#language };
  }

  async change(options: Partial<TreeOptions>): Promise<void> {
    this.#options = { ...this.#options, ...options };
    for (const listener of this.#listeners) listener();
    await this.#memento.update(KEY, this.#options);
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }
}
