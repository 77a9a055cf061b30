/**
 * Starts a program that may not read what its user may not read: root may read everything until it
 * gives that up. For `ClientOptions.launcher`.
 */
export const AS_ORDINARY_USER: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
