/**
 * What we use of the Python extension's API (ms-python.python, `environments`, stable since 2022).
 * The extension is another team's and may be of any version, so all of it is checked when used.
 */
export interface PythonEnvironments {
  getActiveEnvironmentPath(resource: unknown): unknown;
  resolveEnvironment(environment: unknown): PromiseLike<unknown>;
  onDidChangeActiveEnvironmentPath(listener: (event: unknown) => void): { dispose(): void };
}

/** The part `environments` of what the extension exports, if it is as we know it. */
export function parseEnvironments(exports: unknown): PythonEnvironments | undefined {
  const environments = propertyOf(exports, 'environments');
  return isPythonEnvironments(environments) ? environments : undefined;
}

/** The executable of a resolved environment; undefined for one that has no Python yet. */
export function parseExecutable(resolved: unknown): string | undefined {
  const path = propertyOf(propertyOf(propertyOf(resolved, 'executable'), 'uri'), 'fsPath');
  return typeof path === 'string' && path !== '' ? path : undefined;
}

/** The URI of the folder whose environment changed; null when the event names none. */
export function parseChangedFolder(event: unknown): string | null {
  const resource = propertyOf(event, 'resource');
  // `resource` is a WorkspaceFolder, which has a `uri`, or a Uri itself.
  const uri = propertyOf(resource, 'uri') ?? resource;
  if (propertyOf(uri, 'scheme') === undefined) return null;
  return String(uri);
}

function isPythonEnvironments(value: unknown): value is PythonEnvironments {
  return [
    'getActiveEnvironmentPath',
    'resolveEnvironment',
    'onDidChangeActiveEnvironmentPath',
  ].every((name) => typeof propertyOf(value, name) === 'function');
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
