import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, say } from './run.mjs';

/** Installs what package-lock.json says, unless that is what is there. */
export async function nodePackages(root) {
  const lock = await readFile(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.mypy-ratchet-lock');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return;
  say('Installing the Node packages …');
  // Not `npm ci`: it refuses a lock file that lacks another platform's optional binaries, and not
  // every registry serves all of them in the same version. The lock is followed all the same.
  await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    advice: 'Check the network and that Node is 20.19 or newer.',
  });
  await writeFile(stamp, hash);
}
