import { appendFile } from 'node:fs/promises';
import { commands, extensions } from 'vscode';

/** A window that answers this often in a row, each time this soon, has started. */
const CALM_ANSWERS = 10;
const CALM_MS = 25;

/**
 * Measures one activation in a folder that has nothing to do with Python, once the window has
 * started: before, VS Code itself keeps everybody waiting. Called by VS Code.
 */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('mypy-ratchet.mypy-ratchet');
  if (extension === undefined) throw new Error('the extension is not there');
  await untilCalm();
  if (extension.isActive) throw new Error('it is active in a folder without Python');
  const start = performance.now();
  await extension.activate();
  const tookMs = performance.now() - start;
  const file = process.env['MYPY_RATCHET_BENCH_RESULTS'];
  if (file === undefined) throw new Error('MYPY_RATCHET_BENCH_RESULTS is not set');
  await appendFile(file, `${tookMs}\n`);
}

async function untilCalm(): Promise<void> {
  let calm = 0;
  while (calm < CALM_ANSWERS) {
    const start = performance.now();
    await commands.executeCommand('getContextKeyInfo');
    calm = performance.now() - start < CALM_MS ? calm + 1 : 0;
  }
}
