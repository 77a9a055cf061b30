import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as messages from '../../src/protocol/messages.js';
import { LanguageClient } from '../../test/support/server/language-client.js';
import type { CodeBase } from './code-bases.js';
import type { Contestant } from './contestant.js';
import { type Edit, markerOf } from './edits.js';
import { Tree } from './tree.js';

/** Long enough for the next worker to have imported mypy: else that would slow another down. */
const QUIET_MS = 1_500;

/** Our server over LSP: from `didSave` to the snapshot that follows the diagnostics. */
export class Ours implements Contestant {
  readonly name = 'ours';
  readonly #python: string;
  readonly #tree: Tree;
  #client: LanguageClient;
  #storageFolder: string;

  private constructor(python: string, tree: Tree, { client, storageFolder }: Opened) {
    this.#python = python;
    this.#tree = tree;
    this.#client = client;
    this.#storageFolder = storageFolder;
  }

  static async open(codeBase: CodeBase, python: string): Promise<Ours> {
    const tree = await Tree.copy(codeBase);
    const opened = await openWindow(tree, python);
    const { client } = opened;
    await client.request(messages.CreateBaselineRequest, { project: client.project });
    for (const { path } of [codeBase.leaf, codeBase.coreBody, codeBase.coreInterface]) {
      await client.didOpen(path);
    }
    await setTimeout(QUIET_MS);
    return new Ours(python, tree, opened);
  }

  get errors(): number {
    return this.#client.snapshot?.result?.totals.current ?? 0;
  }

  async save(edit: Edit, saves: number): Promise<number> {
    let n = await this.#tree.edit(edit);
    const start = performance.now();
    await this.#client.didSave(edit.path);
    for (let count = 1; count < saves; count++) {
      n = await this.#tree.edit(edit);
      await this.#client.didSave(edit.path);
    }
    await this.#client.until(`the error of edit ${n}`, () => this.#isShown(edit, n));
    return this.#quiet(performance.now() - start);
  }

  /** The answer to the request comes when the baseline file has followed too: that is not waited for. */
  async checkAgain(): Promise<number> {
    let answered: Promise<unknown> = Promise.resolve();
    const start = performance.now();
    await this.#client.untilChecked(async () => {
      answered = this.#client.request(messages.CheckRequest, {});
    });
    const ms = performance.now() - start;
    await answered;
    return this.#quiet(ms);
  }

  /** From the save to the answer of a request after it: the server takes them in turn. */
  async saveSameBytes({ path }: Edit): Promise<number> {
    const before = this.#client.snapshot;
    const start = performance.now();
    await this.#client.didSave(path);
    await this.#client.hover(path, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    });
    const ms = performance.now() - start;
    await this.#quiet(ms);
    if (this.#client.snapshot !== before) throw new Error('a save without a change cost a run');
    return ms;
  }

  /** A window that is opened for the first time. */
  async checkCold(): Promise<number> {
    await this.#closeWindow();
    const start = performance.now();
    const { client, storageFolder } = await openWindow(this.#tree, this.#python);
    this.#client = client;
    this.#storageFolder = storageFolder;
    return this.#quiet(performance.now() - start);
  }

  async restore(): Promise<void> {
    for (const path of await this.#tree.restore()) {
      await this.#client.untilChecked(() => this.#client.didSave(path));
    }
    await this.#quiet(0);
  }

  async close(): Promise<void> {
    await this.#closeWindow();
    await this.#tree.remove();
  }

  async #closeWindow(): Promise<void> {
    await this.#client.stop();
    await rm(this.#storageFolder, { recursive: true, force: true });
  }

  #isShown({ path }: Edit, n: number): boolean {
    const { snapshot } = this.#client;
    const isIdle = snapshot?.activity.kind === 'idle';
    return isIdle && this.#client.of(path).some(({ message }) => hasMarker(message, n));
  }

  async #quiet(ms: number): Promise<number> {
    await setTimeout(QUIET_MS);
    return ms;
  }
}

function hasMarker(message: unknown, n: number): boolean {
  return typeof message === 'string' && message.includes(`"${markerOf(n)}"`);
}

interface Opened {
  readonly client: LanguageClient;
  readonly storageFolder: string;
}

async function openWindow(tree: Tree, python: string): Promise<Opened> {
  const storageFolder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  const settings = { interpreter: python };
  const client = await LanguageClient.start({ folder: tree.path, storageFolder, settings });
  await client.until('the first result', () => client.snapshot?.result);
  return { client, storageFolder };
}
