import { hasMethods, propertyOf } from './property-of.js';

/**
 * What we use of the Python Environments extension's API (ms-python.vscode-python-envs, which promises
 * not to break it). Checked when used, as that of the Python extension.
 */
export interface EnvironmentsApi {
  /** @param scope A Uri. */
  getEnvironment(scope: unknown): PromiseLike<unknown>;
  /** The event's `uri` is that of a folder, or undefined for all. */
  onDidChangeEnvironment(listener: (event: unknown) => void): { dispose(): void };
  /** Installs with whatever manages the environment, and shows its progress. */
  managePackages(
    environment: unknown,
    options: { readonly install: string[] },
  ): PromiseLike<unknown>;
}

export function parseEnvironmentsApi(exports: unknown): EnvironmentsApi | undefined {
  return isEnvironmentsApi(exports) ? exports : undefined;
}

/** The program that an environment runs as Python; undefined for one that has none. */
export function parseRunExecutable(environment: unknown): string | undefined {
  const run = propertyOf(propertyOf(environment, 'execInfo'), 'run');
  const path = propertyOf(run, 'executable');
  return typeof path === 'string' && path !== '' ? path : undefined;
}

function isEnvironmentsApi(value: unknown): value is EnvironmentsApi {
  return hasMethods(value, ['getEnvironment', 'onDidChangeEnvironment', 'managePackages']);
}
