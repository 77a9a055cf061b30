import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as messages from '../../../src/protocol/messages.js';
import { TemporaryFolder } from '../files/temporary-folder.js';
import { commitAll, createRepository } from '../git/repository.js';
import { interpreterOf } from '../mypy/interpreters.js';
import { DEMO_FILES } from '../project/demo-project.js';
import { LanguageClient } from '../server/language-client.js';
import { FAULT_FILES } from './fault-files.js';
import { runFreshMypy } from './fresh-mypy.js';
import { awaitNoneMarked, PROCESS_MARK } from './own-processes.js';
import { SmallDisk } from './small-disk.js';

export const BASELINE = 'mypy-baseline.jsonl';

/** What a project under test is opened with. */
export interface FaultProjectOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** See `ClientOptions`. */
  readonly launcher?: readonly string[];
  /** Puts the project, or the folder of the caches, on a disk of its own, of so many megabytes. */
  readonly disk?: { readonly of: 'project' | 'caches'; readonly megabytes: number };
  /** The interpreter that decides what is right in the end; the newest mypy's by default. */
  readonly interpreter?: string;
}

/** What the person must be told while a fault lasts. */
export interface Expected {
  readonly kind: messages.ShownProblem['kind'];
  readonly message: RegExp;
  readonly remedy: messages.ShownProblem['remedy'];
}

/**
 * The demo project with a committed baseline, open in the real server and checked; and what has to
 * hold when something goes wrong with it.
 */
export class FaultProject {
  readonly folder: TemporaryFolder;
  readonly storage: TemporaryFolder;
  readonly disk: SmallDisk | undefined;
  readonly interpreter: string;
  client: LanguageClient;
  readonly #options: FaultProjectOptions;
  #baseline: Buffer = Buffer.alloc(0);
  #totals: messages.ProjectResult['totals'] | undefined;

  private constructor(
    places: Pick<FaultProject, 'folder' | 'storage' | 'disk'>,
    options: FaultProjectOptions,
    client: LanguageClient,
  ) {
    this.folder = places.folder;
    this.storage = places.storage;
    this.disk = places.disk;
    this.interpreter = options.interpreter ?? interpreterOf('newest');
    this.#options = options;
    this.client = client;
  }

  static async open(options: FaultProjectOptions = {}): Promise<FaultProject> {
    const folder = await TemporaryFolder.create('faults é #3');
    const storage = await TemporaryFolder.create('storage');
    const { disk: wanted } = options;
    const place = wanted?.of === 'project' ? folder : storage;
    const disk = wanted && (await SmallDisk.mount(place.path, wanted.megabytes));
    await folder.writeAll({ ...DEMO_FILES, ...FAULT_FILES, ...options.files });
    await createRepository(folder.path);
    const client = await startClient(folder, storage, options);
    const project = new FaultProject({ folder, storage, disk }, options, client);
    try {
      await project.#createBaseline();
    } catch (error) {
      await project.close();
      throw error;
    }
    return project;
  }

  async #createBaseline(): Promise<void> {
    const { client, folder } = this;
    await client.until('the first result', () => client.snapshot?.result);
    const { project: id } = client;
    const outcome = await client.request(messages.CreateBaselineRequest, { project: id });
    assert.equal(outcome.done, true, outcome.message);
    await commitAll(folder.path, 'baseline');
    await client.until('a committed baseline', () => client.snapshot?.presence === 'committed');
    await this.remember();
  }

  /** Takes what there is now for what must stay. */
  async remember(): Promise<void> {
    this.#baseline = await readFile(this.folder.at(BASELINE));
    this.#totals = this.client.snapshot?.result?.totals;
  }

  /** Fixes an error and saves, so that a check which came to its end would show another count. */
  async fixAndSave(): Promise<void> {
    await this.folder.edit('services.py', 'users[0] if users else None', 'users[0]');
    await this.client.didSave('services.py');
  }

  /** A fault shows, with its way out; result and baseline are as they were. */
  async assertHeld(expected: Expected): Promise<void> {
    await this.assertProblem(expected);
    await this.assertUntouched();
  }

  /** A fault shows, with its way out. */
  async assertProblem({ kind, message, remedy }: Expected): Promise<void> {
    const { client } = this;
    const stale = await client.until(`a stale result (${kind})`, () => client.snapshot?.stale);
    assert.equal(stale.kind, kind, stale.message);
    assert.match(stale.message, message);
    assert.equal(stale.remedy, remedy, stale.message);
  }

  /** Result and baseline are as they were. */
  async assertUntouched(): Promise<void> {
    assert.ok(this.#totals !== undefined);
    assert.deepEqual(this.client.snapshot?.result?.totals, this.#totals);
    await this.assertBaselineUntouched();
  }

  /** The baseline file is byte for byte as it was. */
  async assertBaselineUntouched(): Promise<void> {
    assert.deepEqual(await readFile(this.folder.at(BASELINE)), this.#baseline);
  }

  /** After the fault is gone, the next save is checked whole, and as a fresh mypy would. */
  async assertRecovers(): Promise<void> {
    await this.client.didSave('services.py');
    await this.assertFresh();
  }

  /** What is shown becomes what a fresh mypy says, without anything being done. */
  async assertFresh(): Promise<void> {
    const expected = await runFreshMypy(this.interpreter, this.folder.path);
    const { client } = this;
    await client.until('a result of now', () => {
      const { snapshot } = client;
      return (
        snapshot?.activity.kind === 'idle' &&
        snapshot.stale === null &&
        snapshot.result?.totals.current === expected.length
      );
    });
    assert.deepEqual(this.listShown(), expected);
  }

  /** The errors that the editor shows: `path:line code`, sorted. */
  listShown(): readonly string[] {
    return [...this.client.diagnostics]
      .flatMap(([uri, diagnostics]) => {
        const path = relative(this.folder.path, fileURLToPath(encodeURI(uri).replace('#', '%23')));
        return diagnostics.map(({ range, code }) => `${path}:${range.start.line + 1} ${code}`);
      })
      .sort();
  }

  /** Starts a server anew, as the editor does after a crash. */
  async reopen(): Promise<void> {
    this.client = await startClient(this.folder, this.storage, this.#options);
  }

  /** Ends it: no process may be left, and no toast may have been shown. */
  async close(): Promise<void> {
    await this.client.stop();
    const left = await awaitNoneMarked(this.storage.path);
    await this.disk?.unmount();
    await this.folder.remove();
    await this.storage.remove();
    assert.deepEqual(left, []);
    assert.deepEqual(this.client.toasts, []);
  }
}

function startClient(
  folder: TemporaryFolder,
  storage: TemporaryFolder,
  { settings = {}, env = {}, launcher = [], interpreter }: FaultProjectOptions,
): Promise<LanguageClient> {
  return LanguageClient.start({
    folder: folder.path,
    storageFolder: storage.path,
    settings: { interpreter: interpreter ?? interpreterOf('newest'), ...settings },
    env: { ...process.env, ...env, [PROCESS_MARK]: storage.path },
    launcher,
  });
}
