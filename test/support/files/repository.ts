import { join } from 'node:path';

/** Where the repository's root is, seen from the compiled tests. */
export const REPOSITORY = join(__dirname, '..', '..', '..', '..');
