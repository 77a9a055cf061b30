/**
 * How long to wait after the first, second and third failure in a row before what failed is tried again
 * unasked, in milliseconds: checks, mypy's daemon and the language server alike.
 */
export const RETRY_WAITS_MS: readonly number[] = [2_000, 10_000, 60_000];
