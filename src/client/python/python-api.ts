import { hasMethods, propertyOf } from './property-of.js';

/**
 * What we use of the Python extension's API (ms-python.python, `environments`, stable since 2022).
 * The extension is another team's and may be of any version, so all of it is checked when used.
 */
export interface PythonApi {
  getActiveEnvironmentPath(resource: unknown): unknown;
  resolveEnvironment(environment: unknown): PromiseLike<unknown>;
  /** The event's `resource` is a WorkspaceFolder, or a Uri, or undefined for all. */
  onDidChangeActiveEnvironmentPath(listener: (event: unknown) => void): { dispose(): void };
}

/** The part `environments` of what the extension exports, if it is as we know it. */
export function parsePythonApi(exports: unknown): PythonApi | undefined {
  const environments = propertyOf(exports, 'environments');
  return isPythonApi(environments) ? environments : undefined;
}

/** The executable of a resolved environment; undefined for one that has no Python yet. */
export function parseExecutable(resolved: unknown): string | undefined {
  const path = propertyOf(propertyOf(propertyOf(resolved, 'executable'), 'uri'), 'fsPath');
  return typeof path === 'string' && path !== '' ? path : undefined;
}

function isPythonApi(value: unknown): value is PythonApi {
  return hasMethods(value, [
    'getActiveEnvironmentPath',
    'resolveEnvironment',
    'onDidChangeActiveEnvironmentPath',
  ]);
}
