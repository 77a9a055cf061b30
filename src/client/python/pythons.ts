import { Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { ChosenPython } from '../../core/problem/problem.js';
import { listForeignPythons } from '../neighbours/foreign-settings.js';
import { expanderOf, readForeignSettings } from '../neighbours/read-settings.js';
import {
  type EnvironmentsApi,
  parseEnvironmentsApi,
  parseRunExecutable,
} from './environments-api.js';
import { OtherExtension } from './other-extension.js';
import { uriIn } from './property-of.js';
import { type PythonApi, parseExecutable, parsePythonApi } from './python-api.js';

/** The Pythons that a person chose in other extensions, each of which may be missing. */
export class Pythons {
  readonly #environments: OtherExtension<EnvironmentsApi>;
  readonly #python: OtherExtension<PythonApi>;

  constructor(log: LogOutputChannel) {
    this.#environments = new OtherExtension(
      {
        id: 'ms-python.vscode-python-envs',
        name: 'Python Environments',
        parse: parseEnvironmentsApi,
      },
      log,
    );
    this.#python = new OtherExtension(
      { id: 'ms-python.python', name: 'Python', parse: parsePythonApi },
      log,
    );
  }

  /** Whether there is an extension in which a person chooses. */
  get canChoose(): boolean {
    return this.#python.isInstalled;
  }

  /** For a folder, the strongest choice first. */
  async list(folder: Uri): Promise<readonly ChosenPython[]> {
    const foreign = listForeignPythons(readForeignSettings(folder), expanderOf(folder));
    return [...foreign, ...(await this.#listActive(folder))];
  }

  /**
   * What is active in the editor. The Python extension has no choice of its own beside the Python
   * Environments extension, and takes seconds more to start.
   */
  async #listActive(folder: Uri): Promise<readonly ChosenPython[]> {
    const environment = await this.#environments.ask(async (api) =>
      parseRunExecutable(await api.getEnvironment(folder)),
    );
    if (environment !== undefined) return toChoice(environment, 'python-environments');
    const active = await this.#python.ask(async (api) =>
      parseExecutable(await api.resolveEnvironment(api.getActiveEnvironmentPath(folder))),
    );
    return toChoice(active, 'python-extension');
  }

  /**
   * Lets the Python Environments extension install something, if the interpreter is that of the
   * environment which it knows for the folder. Whether it did.
   */
  async install(folder: Uri, interpreter: string, requirement: string): Promise<boolean> {
    const isDone = await this.#environments.ask(async (api) => {
      const environment = await api.getEnvironment(folder);
      if (parseRunExecutable(environment) !== interpreter) return false;
      await api.managePackages(environment, { install: [requirement] });
      return true;
    });
    return isDone ?? false;
  }

  /** Hears of other choices. The folder is null when the choice is for all. */
  onDidChange(listener: (folder: string | null) => void): Disposable {
    return Disposable.from(
      this.#environments.onDidAnswerLate(() => listener(null)),
      this.#python.onDidAnswerLate(() => listener(null)),
      this.#environments.follow((api) =>
        api.onDidChangeEnvironment((event) => listener(uriIn(event, 'uri'))),
      ),
      this.#python.follow((api) =>
        api.onDidChangeActiveEnvironmentPath((event) => listener(uriIn(event, 'resource'))),
      ),
    );
  }
}

function toChoice(
  path: string | undefined,
  origin: ChosenPython['origin'],
): readonly ChosenPython[] {
  return path === undefined ? [] : [{ path, origin }];
}
