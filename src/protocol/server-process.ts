/**
 * Node's options for the server's process. V8's own limit for the young generation depends on its
 * version; a larger one keeps more memory, and costs as much CPU time with 100,000 errors. A smaller one
 * (4 or 8 MB) spares 14 MB of the peak with 6,000 errors, and makes the server's own share of a save a
 * third longer: V8 collects while the errors are compared. `gc` gives memory back when the server is idle.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=16', '--expose-gc'];

/** An argument of the server's process: the workspace is not trusted, and nothing of it may be run. */
export const UNTRUSTED_ARGUMENT = '--untrusted';
