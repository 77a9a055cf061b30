import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../../../../test/support/git/repository.js';
import { run } from '../../../run.js';
import type { History, HistoryCommit } from '../history.js';
import type { Sdist } from './releases.js';
import type { SdistCache } from './sdist-cache.js';

/** What mypy may look at: sources, stubs, and its configuration. */
const ENDINGS = ['.py', '.pyi', '/py.typed', '.toml', '.cfg', '.ini'];

/** Unpacks files with some endings from whatever archive it is, and nothing outside of the folder. */
const UNPACK = `
import sys, tarfile, zipfile
archive, folder, *endings = sys.argv[1:]
def is_wanted(name):
    return name.endswith(tuple(endings))
if zipfile.is_zipfile(archive):
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder, filter(is_wanted, opened.namelist()))
else:
    with tarfile.open(archive) as opened:
        members = [member for member in opened if is_wanted(member.name)]
        opened.extractall(folder, members, filter='data')
`;

export interface ReleaseHistoryOptions {
  /** Absolute path of an empty folder for the repository. */
  readonly folder: string;
  readonly cache: SdistCache;
  /** A Python to unpack archives with. */
  readonly python: string;
  readonly signal: AbortSignal;
}

/**
 * Makes a git repository with one commit a release, oldest first.
 *
 * @throws Error when a release cannot be had, or when it is interrupted.
 */
export async function writeReleaseHistory(
  sdists: readonly Sdist[],
  { folder, cache, python, signal }: ReleaseHistoryOptions,
): Promise<History> {
  const repository = join(folder, 'repository');
  const unpacked = join(folder, 'unpacked');
  await mkdir(repository);
  await git(repository, 'init', '--quiet', '--initial-branch=main');
  // It would run beside the next commit, for a repository that is thrown away.
  await git(repository, 'config', 'gc.auto', '0');
  const commits: HistoryCommit[] = [];
  for (const sdist of sdists) {
    signal.throwIfAborted();
    await mkdir(unpacked);
    await run([python, '-c', UNPACK, await cache.get(sdist), unpacked, ...ENDINGS], folder);
    await replaceTree(repository, await findTop(unpacked));
    await rm(unpacked, { recursive: true });
    // A source distribution is what it is, even where its own .gitignore names a file of it.
    await git(repository, 'add', '--all', '--force');
    await git(repository, 'commit', '--quiet', '--allow-empty', '--message', sdist.version);
    commits.push({ revision: await git(repository, 'rev-parse', 'HEAD'), id: sdist.version });
  }
  return { repository, commits };
}

/** The one folder that a source distribution holds. */
async function findTop(unpacked: string): Promise<string> {
  const [top, ...others] = await readdir(unpacked);
  if (top === undefined || others.length > 0) {
    throw new Error(`A source distribution holds ${others.length + 1} things at its top`);
  }
  return join(unpacked, top);
}

async function replaceTree(repository: string, source: string): Promise<void> {
  for (const name of await readdir(repository)) {
    if (name !== '.git') await rm(join(repository, name), { recursive: true });
  }
  for (const name of await readdir(source)) {
    await rename(join(source, name), join(repository, name));
  }
}
