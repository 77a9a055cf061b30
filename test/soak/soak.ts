import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as messages from '../../src/protocol/messages.js';
import type { Action } from './actions/action.js';
import { ACTIONS } from './actions/all-actions.js';
import { findLeftovers } from './leftovers.js';
import { type Memory, measureMemory } from './memory.js';
import { Oracle, type OracleFigures } from './oracle/oracle.js';
import { Random } from './random.js';
import { Session, type SoakFolders } from './session.js';

/** How a soak is made. */
export interface SoakOptions {
  readonly steps: number;
  /** The same gives the same actions. */
  readonly seed: number;
  /** Absolute path of an interpreter with mypy, in a virtual environment. */
  readonly interpreter: string;
  /** Names of actions; all when absent. */
  readonly only?: readonly string[];
  /** Told of each step. */
  readonly say?: (line: string) => void;
}

/** What a soak came to. */
export interface SoakReport {
  readonly seed: number;
  readonly steps: number;
  readonly checker: string | null;
  readonly durationMs: number;
  readonly oracle: OracleFigures;
  /** How often each action was done. */
  readonly actions: Readonly<Record<string, number>>;
  /** Of the server, from the first measured step to the end; null in a short soak. */
  readonly memory: { readonly before: Memory; readonly after: Memory } | null;
  readonly leftovers: readonly string[];
}

/** A soak that found a mistake. Its folders stay. */
export class SoakFailure extends Error {}

/** From here on the server lives to the end, so that its memory can be compared. */
const MEASURED_FROM = 50;
/** How many times as much the server may need at the end. */
export const MOST_GROWTH = 1.3;
/** After so many actions of a step by itself the truth is asked for. */
const TRUTH_CHANCE = 0.5;
const LAST_ACTIONS = 15;

/** Random actions on a project in an editor; after quiet moments the picture must be the truth. */
export class Soak {
  readonly #options: SoakOptions;
  readonly #random: Random;
  readonly #session: Session;
  readonly #oracle: Oracle;
  readonly #counts = new Map<string, number>();
  readonly #last: string[] = [];
  readonly #folder: string;

  private constructor(options: SoakOptions, folder: string) {
    this.#options = options;
    this.#folder = folder;
    this.#random = new Random(options.seed);
    const { interpreter } = options;
    this.#session = new Session({ folders: foldersIn(folder), random: this.#random, interpreter });
    this.#oracle = new Oracle(this.#session);
  }

  /** Makes one in a folder of its own, which is gone after it if all was well. */
  static async run(options: SoakOptions): Promise<SoakReport> {
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'mypy-ratchet-soak-'));
    const report = await new Soak(options, folder).#run();
    await rm(folder, { recursive: true, force: true });
    return report;
  }

  async #run(): Promise<SoakReport> {
    const startedAt = Date.now();
    try {
      const { memory, checker } = await this.#work();
      return {
        seed: this.#options.seed,
        steps: this.#options.steps,
        checker,
        durationMs: Date.now() - startedAt,
        oracle: this.#oracle.figures,
        actions: Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1))),
        memory,
        leftovers: await findLeftovers(this.#session),
      };
    } catch (error) {
      throw new SoakFailure(this.#describe(error), { cause: error });
    } finally {
      await this.#session.abandon();
    }
  }

  async #work() {
    const session = this.#session;
    await session.start();
    const before = await this.#makeSteps(1, MEASURED_FROM).then(() => this.#measure());
    await this.#makeSteps(MEASURED_FROM + 1, this.#options.steps);
    const after = await this.#measure();
    const { snapshot } = session.editor;
    await session.killServer();
    await session.openEditor();
    await this.#oracle.awaitTruth();
    await session.closeEditor();
    const memory = before === null || after === null ? null : { before, after };
    return { memory, checker: snapshot?.checker ?? null };
  }

  async #makeSteps(first: number, last: number): Promise<void> {
    for (let step = first; step <= Math.min(last, this.#options.steps); step++) {
      await this.#makeStep(step);
    }
  }

  async #makeStep(step: number): Promise<void> {
    const action = this.#random.pickWeighted(this.#choices(step));
    this.#last.push(`${step} ${action.name} …`);
    const what = await action.perform(this.#session, () => this.#oracle.awaitTruth());
    const line = `${step} ${action.name}: ${what}`;
    this.#last.splice(-1, 1, line);
    this.#last.splice(0, this.#last.length - LAST_ACTIONS);
    this.#counts.set(action.name, (this.#counts.get(action.name) ?? 0) + 1);
    this.#options.say?.(line);
    const isLast = step === this.#options.steps || step === MEASURED_FROM;
    if (this.#random.isLucky(TRUTH_CHANCE) || isLast) await this.#oracle.awaitTruth();
  }

  #choices(step: number): readonly Action[] {
    const { only } = this.#options;
    const mayEndServer = !this.#isMeasured || step <= MEASURED_FROM;
    return ACTIONS.filter(
      ({ name, endsServer }) =>
        (mayEndServer || endsServer !== true) && (only === undefined || only.includes(name)),
    );
  }

  get #isMeasured(): boolean {
    return this.#options.steps >= 2 * MEASURED_FROM;
  }

  /** After a check that was asked for, so that nothing is left to be done. */
  async #measure(): Promise<Memory | null> {
    const { editor, folders } = this.#session;
    const pid = editor.serverPid;
    if (!this.#isMeasured || pid === undefined) return null;
    await editor.request(messages.CheckRequest, {});
    return measureMemory(pid, folders.oracle);
  }

  #describe(error: unknown): string {
    const { seed } = this.#options;
    const { snapshot, log } = this.#session.log;
    return [
      `seed ${seed}, in ${this.#folder}`,
      'the last actions:',
      ...this.#last.map((line) => `  ${line}`),
      'the last words of the server:',
      ...log.slice(-LAST_ACTIONS).map((line) => `  ${line}`),
      `presence ${snapshot?.presence}, stale: ${snapshot?.stale?.message}`,
      ...(snapshot?.problems ?? []).map(({ message }) => `problem: ${message}`),
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ].join('\n');
  }
}

function foldersIn(folder: string): SoakFolders {
  return {
    project: join(folder, 'project'),
    storage: join(folder, 'storage'),
    temporary: join(folder, 'temporary'),
    oracle: join(folder, 'oracle'),
  };
}
