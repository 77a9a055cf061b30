import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from './cache.mjs';

const MANIFEST = join(import.meta.dirname, '..', '..', 'package.json');
const DOWNLOAD_TIMEOUT_MS = 30_000;

/**
 * The executable of a desktop VS Code, or undefined where there can be none. `end` is `newest` or
 * `lowest`; VSCODE_EXECUTABLE_PATH names the newest.
 */
export async function desktopVscode(end, env = process.env) {
  const named = env.VSCODE_EXECUTABLE_PATH;
  if (named && end === 'newest') return named;
  if (!hasDisplay(env)) return undefined;
  const version = end === 'newest' ? 'stable' : await lowestVersion();
  try {
    return await download(version, end);
  } catch (error) {
    // Not on standard output: a benchmark's report stands there alone.
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Desktop VS Code (${version}) could not be downloaded: ${why}\n`);
    return undefined;
  }
}

function hasDisplay(env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
}

/** `^1.100.0` in `engines.vscode` is 1.100.0. */
async function lowestVersion() {
  const { engines } = JSON.parse(await readFile(MANIFEST, 'utf8'));
  return engines.vscode.replace(/^\D+/, '');
}

async function download(version, end) {
  // A folder each: without a network the library takes any version that is there for the newest.
  const cachePath = join(cacheRoot(), 'vscode-desktop', end);
  await mkdir(cachePath, { recursive: true });
  // Not before it is needed: the set-up of a fresh clone begins without any package.
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const executable = await downloadAndUnzipVSCode({
    version,
    cachePath,
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  if (!existsSync(executable)) throw new Error(`${executable} is not there`);
  return executable;
}
