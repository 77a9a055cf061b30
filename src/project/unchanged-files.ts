import type { MypyError } from '../core/error/mypy-error.js';
import type { BaselineKeeper } from './baseline-keeper.js';
import type { Preparation, ProjectPorts } from './ports.js';
import type { Measures } from './project-options.js';

/** Finds the files that need not be compared: see `ProjectOptions.measures`. */
export class UnchangedFiles {
  readonly #ports: Pick<ProjectPorts, 'preload' | 'findUnchanged'>;
  readonly #keeper: BaselineKeeper;
  readonly #measures: Measures | null;

  constructor(
    ports: Pick<ProjectPorts, 'preload' | 'findUnchanged'>,
    keeper: BaselineKeeper,
    measures: Measures | null,
  ) {
    this.#ports = ports;
    this.#keeper = keeper;
    this.#measures = measures;
  }

  /** While mypy works this process would wait; output that was recorded is read meanwhile. */
  async preload({ environment }: Preparation): Promise<void> {
    if (this.#measures === null) return;
    const versions = await this.#measures();
    if (environment === null) return;
    await this.#ports.preload(await this.#keeper.readAgreeing(versions));
  }

  /** Their paths. */
  async find(errors: readonly MypyError[]): Promise<ReadonlySet<string>> {
    if (this.#measures === null) return new Set();
    const entries = await this.#keeper.readAgreeing(await this.#measures());
    return this.#ports.findUnchanged(errors, entries);
  }
}
