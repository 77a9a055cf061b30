import { mkdir, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as messages from '../../src/protocol/messages.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';
import { LanguageClient } from '../support/server/language-client.js';
import type { Random } from './random.js';
import { generateProject } from './source/generate.js';

/** The baseline, relative to the project. */
export const BASELINE = 'mypy-baseline.jsonl';

/** Where everything of a soak is. All absolute, below one folder that is its own. */
export interface SoakFolders {
  readonly project: string;
  /** The server's caches. */
  readonly storage: string;
  /** The server's `TMPDIR`. */
  readonly temporary: string;
  /** Of the oracle, so that it leaves nothing in the server's. */
  readonly oracle: string;
}

/** What a session is started with. */
export interface SessionOptions {
  readonly folders: SoakFolders;
  readonly random: Random;
  /** Absolute path of an interpreter with mypy, in a virtual environment. */
  readonly interpreter: string;
}

/** Somebody at work: a project in a repository, and an editor on it that may be started anew. */
export class Session {
  readonly random: Random;
  readonly folders: SoakFolders;
  readonly interpreter: string;
  #editor: LanguageClient | undefined;

  constructor({ folders, random, interpreter }: SessionOptions) {
    this.folders = folders;
    this.random = random;
    this.interpreter = interpreter;
  }

  /** Makes the project with a committed baseline, and opens it. */
  async start(): Promise<void> {
    for (const folder of Object.values(this.folders)) await mkdir(folder, { recursive: true });
    for (const [path, text] of generateProject(this.random)) await this.write(path, text);
    await this.linkEnvironment(this.interpreter);
    await createRepository(this.root);
    await this.openEditor();
    const { editor } = this;
    await editor.until('the first result', () => editor.snapshot?.result);
    await editor.request(messages.CreateBaselineRequest, { project: editor.project });
    await commitAll(this.root, 'baseline');
  }

  get root(): string {
    return this.folders.project;
  }

  get editor(): LanguageClient {
    if (this.#editor === undefined) throw new Error('the editor is not open');
    return this.#editor;
  }

  async openEditor(): Promise<void> {
    const editor = await LanguageClient.start({
      folder: this.root,
      storageFolder: this.folders.storage,
      env: {
        ...process.env,
        TMPDIR: this.folders.temporary,
        GIT_CONFIG_GLOBAL: '/dev/null',
        MYPY_RATCHET_SOAK_MEMORY: this.folders.oracle,
        NODE_OPTIONS: `--require ${join(__dirname, 'snapshot-heap.js')}`,
      },
    });
    this.#editor = editor;
    // Before that nobody sees a command that he could give.
    await editor.until('a first snapshot', () => editor.snapshot);
  }

  /** The window is closed. */
  async closeEditor(): Promise<void> {
    await this.editor.stop();
    this.#editor = undefined;
  }

  /** The server is killed, as by a system that has no memory left. */
  async killServer(): Promise<void> {
    await this.editor.kill();
    this.#editor = undefined;
  }

  /** Ends the server if it is there, whatever it does. */
  async abandon(): Promise<void> {
    if (this.#editor !== undefined) await this.killServer();
  }

  /** What the server said last. */
  get log(): Pick<LanguageClient, 'log' | 'snapshot'> {
    return this.#editor ?? { log: [], snapshot: undefined };
  }

  /** Makes the virtual environment of an interpreter that of the project. */
  async linkEnvironment(interpreter: string): Promise<void> {
    await rm(this.at('.venv'), { force: true });
    await symlink(dirname(dirname(interpreter)), this.at('.venv'));
  }

  async unlinkEnvironment(): Promise<void> {
    await unlink(this.at('.venv'));
  }

  git(...args: readonly string[]): Promise<string> {
    return git(this.root, ...args);
  }

  at(path: string): string {
    return join(this.root, path);
  }

  /** Undefined for a file that is not there. */
  async read(path: string): Promise<string | undefined> {
    try {
      return await readFile(this.at(path), 'utf8');
    } catch {
      // Not there, or out of reach.
      return undefined;
    }
  }

  /** A file as the commit has it; undefined where it has none. */
  async readCommitted(path: string): Promise<string | undefined> {
    try {
      return await this.git('show', `HEAD:./${path}`);
    } catch {
      // Not in the commit.
      return undefined;
    }
  }

  /** Writes a file as another program does, which tells the editor nothing. */
  async write(path: string, text: string): Promise<void> {
    const file = this.at(path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  /** Writes a file as the editor does. */
  async save(path: string, text: string): Promise<void> {
    await this.write(path, text);
    await this.editor.didSave(path);
  }

  async remove(path: string): Promise<void> {
    await rm(this.at(path));
  }

  /** Paths of the project's modules, sorted. */
  async modules(): Promise<readonly string[]> {
    const entries = await readdir(this.at('app'), { recursive: true });
    return entries
      .filter((path) => /m\d+\.py$/.test(path))
      .map((path) => `app/${path}`)
      .sort();
  }

  /** One of the modules. */
  async anyModule(): Promise<string> {
    return this.random.pick(await this.modules());
  }
}
