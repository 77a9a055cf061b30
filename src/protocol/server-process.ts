/**
 * Node's options for the server's process. V8's own limit for the young generation depends on its
 * version; a larger one keeps more memory, and costs as much CPU time with 100,000 errors. `gc` gives
 * memory back when the server is idle.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=16', '--expose-gc'];

/** An argument of the server's process: the workspace is not trusted, and nothing of it may be run. */
export const UNTRUSTED_ARGUMENT = '--untrusted';
