import { execFile } from 'node:child_process';

/**
 * Makes a branch that adds files to what is checked out, without touching the working tree: to check
 * it out is then one sudden change.
 *
 * @param folder Absolute; the repository's.
 * @param files Contents by path.
 */
export function createBranch(
  folder: string,
  branch: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const head = [
    `commit refs/heads/${branch}`,
    'committer Test <test@example.com> 0 +0000',
    'data 4\nmany',
    'from refs/heads/main^0',
  ];
  const entries = [...files].map(
    ([path, content]) => `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}`,
  );
  return new Promise((resolve, reject) => {
    const child = execFile('git', ['fast-import', '--quiet'], { cwd: folder }, (error) =>
      error === null ? resolve() : reject(error),
    );
    child.stdin?.end(`${[...head, ...entries].join('\n')}\n`);
  });
}
