import { join } from 'node:path';

/**
 * The files of which git writes one whenever another commit is checked out or made: HEAD, its log,
 * and the list of tables where refs and logs are kept in tables (`extensions.refStorage = reftable`,
 * from git 2.45).
 *
 * @param gitFolder Absolute; of the worktree.
 */
export function listHeadFiles(gitFolder: string): readonly string[] {
  return ['HEAD', join('logs', 'HEAD'), join('reftable', 'tables.list')].map((name) =>
    join(gitFolder, name),
  );
}
