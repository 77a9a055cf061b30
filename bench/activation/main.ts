import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseVscode } from '../../test/support/vscode-host/choose-vscode.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
const ROUNDS = 5;

/** Starts VS Code anew on a folder without Python, and activates the extension in it. */
async function measure(scratch: string, results: string): Promise<void> {
  const { executable } = chooseVscode(process.env);
  const folder = await mkdtemp(join(scratch, 'no python'));
  await writeFile(join(folder, 'notes.txt'), 'Nothing to check here.\n');
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: REPOSITORY,
    extensionTestsPath: join(__dirname, 'suite.js'),
    launchArgs: [
      folder,
      `--user-data-dir=${join(folder, 'user')}`,
      `--extensions-dir=${join(folder, 'extensions')}`,
    ],
    extensionTestsEnv: {
      MYPY_RATCHET_NODE: process.execPath,
      MYPY_RATCHET_BENCH_RESULTS: results,
    },
  });
}

async function main(args: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'mrb-'));
  const results = join(scratch, 'results.txt');
  try {
    for (let round = 0; round < ROUNDS; round++) await measure(scratch, results);
    const lines = (await readFile(results, 'utf8')).trimEnd().split('\n');
    report(lines.map(Number), args.includes('--json'));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function report(times: readonly number[], asJson: boolean): void {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, slowest] = [sorted[sorted.length >> 1] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  const text = asJson
    ? JSON.stringify({ activation: { medianMs: median, slowestMs: slowest, times } }, null, 2)
    : `activation without a Python file: median ${median.toFixed(0)} ms, slowest of ${times.length} ${slowest.toFixed(0)} ms`;
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
