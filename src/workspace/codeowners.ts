import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodeOwners, parseCodeOwners } from '../core/owners/parse-codeowners.js';

/** Where GitHub looks, in its order, and then GitLab. The first one that is there counts. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Who owns what in a repository (absolute path of its top); null where nobody wrote it down. */
export async function readCodeOwners(repositoryRoot: string): Promise<CodeOwners | null> {
  for (const place of PLACES) {
    const text = await readIfThere(join(repositoryRoot, place));
    if (text !== undefined) return parseCodeOwners(text);
  }
  return null;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Not there, or not to be read: a table less.
    return undefined;
  }
}
