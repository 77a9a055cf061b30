/** A cold check of a very large code base takes minutes; one that takes this long hangs. */
export const CHECK_TIMEOUT_MS = 30 * 60_000;

/** A hundred thousand errors take some 15 MB. */
export const CHECK_LIMIT_BYTES = 256 * 2 ** 20;
