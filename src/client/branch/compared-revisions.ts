import { isRecord } from '../../core/json/is-record.js';
import type { ProjectId } from '../../protocol/messages.js';

/** Keeps values with the workspace; `vscode.Memento` is one. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

const KEY = 'mypyRatchet.comparedWith';

/** Which revision the person compares each project with, from session to session. */
export class ComparedRevisions {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Empty for the usual base, null where nothing is compared. */
  find(project: ProjectId): string | null {
    const revision = this.#read()[project];
    return typeof revision === 'string' ? revision : null;
  }

  async keep(project: ProjectId, revision: string | null): Promise<void> {
    const { [project]: _, ...others } = this.#read();
    const kept = revision === null ? others : { ...others, [project]: revision };
    await this.#memory.update(KEY, kept);
  }

  #read(): Readonly<Record<string, unknown>> {
    const stored = this.#memory.get(KEY);
    return isRecord(stored) ? stored : {};
  }
}
