/**
 * Node's options for the server's process. A check of a project with thousands of errors makes some
 * ten megabytes of short-lived values; with V8's small default for the young generation half of them
 * are copied about before they die. `gc` gives memory back when the server is idle.
 */
export const SERVER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=32', '--expose-gc'];

/** An argument of the server's process: the workspace is not trusted, and nothing of it may be run. */
export const UNTRUSTED_ARGUMENT = '--untrusted';
