import { statSync } from 'node:fs';
import { win32 } from 'node:path';

/** The machine as the search for git sees it. */
export interface ProgramSearch {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  isFile(path: string): boolean;
}

/**
 * git's program. Windows would start a `git.exe` that lies in the folder where git is run, which is a
 * repository's to choose; so there it is looked up on PATH first. Undefined where it is not.
 */
export function findGit(search: ProgramSearch = systemSearch()): string | undefined {
  const { env, platform } = search;
  if (platform !== 'win32') return 'git';
  const folders = (env['Path'] ?? env['PATH'] ?? '').split(win32.delimiter);
  const programs = folders
    // A relative folder is one below that of the repository.
    .filter((folder) => win32.isAbsolute(folder))
    .map((folder) => win32.join(folder, 'git.exe'));
  return programs.find((program) => search.isFile(program));
}

function systemSearch(): ProgramSearch {
  return { env: process.env, platform: process.platform, isFile };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Whatever keeps us from seeing it keeps us from starting it.
    return false;
  }
}
