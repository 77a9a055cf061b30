// Makes sure that dist/cli.js is there when npm packs this repository, as it does for pre-commit.
// Imports nothing but node: at the top: it also runs where no package is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

if (!existsSync(join(ROOT, 'dist', 'cli.js'))) {
  if (!existsSync(join(ROOT, 'node_modules', 'esbuild'))) installPackages();
  runNode(join(ROOT, 'scripts', 'build.mjs'), 'cli');
}

/**
 * For `npm install --global git+file://…` npm 11 prepares its clone with a second install that
 * inherits `global` from the environment, so that the packages are not put into the clone.
 */
function installPackages() {
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error('Run this with npm: npm run prepare');
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const here = ['--global=false', '--location=project', '--include=dev', '--ignore-scripts'];
  runNode(npm, 'install', ...here, ...quiet);
}

function runNode(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
}
