import { runGit } from './run-git.js';

/** Whether a clone has the newest commits only. */
export async function isShallow(folder: string): Promise<boolean> {
  const run = await runGit(folder, ['rev-parse', '--is-shallow-repository']);
  return run.kind === 'ok' && run.stdout.trim() === 'true';
}
