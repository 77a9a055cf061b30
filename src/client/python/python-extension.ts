import { Disposable, extensions, type LogOutputChannel, type Uri } from 'vscode';
import {
  type PythonEnvironments,
  parseChangedFolder,
  parseEnvironments,
  parseExecutable,
} from './python-environments.js';

const PYTHON_EXTENSION = 'ms-python.python';

/** The Python extension, which a person may or may not have. */
export class PythonExtension {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  get isInstalled(): boolean {
    return extensions.getExtension(PYTHON_EXTENSION) !== undefined;
  }

  /** Absolute path of the interpreter chosen for a folder; null when there is none to be had. */
  async findInterpreter(folder: Uri): Promise<string | null> {
    try {
      const environments = await this.#activate();
      if (environments === undefined) return null;
      const active = environments.getActiveEnvironmentPath(folder);
      return parseExecutable(await environments.resolveEnvironment(active)) ?? null;
    } catch (error: unknown) {
      this.#log.warn(`The Python extension gave no interpreter: ${String(error)}`);
      return null;
    }
  }

  /** Hears of other choices. The folder is null when the choice is for all. */
  onDidChange(listener: (folder: string | null) => void): Disposable {
    let subscription: { dispose(): void } | undefined;
    let ended = false;
    const subscribe = async () => {
      const environments = await this.#activate();
      if (ended) return;
      subscription = environments?.onDidChangeActiveEnvironmentPath((event) =>
        listener(parseChangedFolder(event)),
      );
    };
    subscribe().catch((error: unknown) =>
      this.#log.warn(`The Python extension's choice is not followed: ${String(error)}`),
    );
    return new Disposable(() => {
      ended = true;
      subscription?.dispose();
    });
  }

  async #activate(): Promise<PythonEnvironments | undefined> {
    const extension = extensions.getExtension<unknown>(PYTHON_EXTENSION);
    if (extension === undefined) return undefined;
    const environments = parseEnvironments(await extension.activate());
    if (environments === undefined) {
      this.#log.warn('The Python extension has no API that tells its environments.');
    }
    return environments;
  }
}
