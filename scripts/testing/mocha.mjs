import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../setup/run.mjs';

/** Runs compiled tests with mocha; resolves to their counts. */
export function mocha(root, files, grep, env, output) {
  const reporter = join(root, 'scripts', 'testing', 'counting-reporter.cjs');
  return counted((file) => {
    const options = ['--reporter', reporter, '--timeout', '180000', '--enable-source-maps'];
    const filter = grep === undefined ? [] : ['--grep', grep];
    const extra = { ...env, MYPY_RATCHET_TEST_COUNTS: file };
    return tool(root, 'mocha/bin/mocha.js', [...options, ...filter, ...files], extra, output);
  });
}

/** Runs a layer that writes its counts into a file. No counts, or no test at all, is a failure. */
export async function counted(start) {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const succeeded = await start(file);
    const counts = await readCounts(file);
    const isPlausible = counts.passed > 0 && succeeded === (counts.failed === 0);
    return isPlausible ? counts : { ...counts, failed: counts.failed + 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readCounts(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    say(`The layer left no counts (${error.message}).`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Whether a script out of node_modules succeeded. */
export function tool(root, script, args, env, output) {
  const all = [join(root, 'node_modules', script), ...args];
  return execute(process.execPath, all, root, env, output);
}

/** Whether a command succeeded; its output is shown, if held when it has ended. */
export function execute(command, args, cwd, env = {}, { isHeld = false } = {}) {
  return new Promise((resolve) => {
    const stdio = isHeld ? ['inherit', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env } });
    const held = [];
    child.stdout?.on('data', (chunk) => held.push(chunk));
    child.stderr?.on('data', (chunk) => held.push(chunk));
    child.on('error', (error) => {
      say(`${command}: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(held));
      resolve(code === 0);
    });
  });
}
