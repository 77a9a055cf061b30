import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseVscode } from '../../test/support/vscode-host/choose-vscode.js';

const REPOSITORY = join(__dirname, '..', '..', '..');

/** How long VS Code waits for the extension's activation, in ms. */
export interface ActivationTimes {
  readonly medianMs: number;
  readonly slowestMs: number;
  readonly times: readonly number[];
}

/** Starts VS Code so many times on a folder without Python, and activates the extension in it. */
export async function measureActivation(rounds: number): Promise<ActivationTimes> {
  const scratch = await mkdtemp(join(tmpdir(), 'mrb-'));
  const results = join(scratch, 'results.txt');
  try {
    for (let round = 0; round < rounds; round++) {
      await withoutStdout(() => measureOnce(scratch, results));
    }
    const times = (await readFile(results, 'utf8')).trimEnd().split('\n').map(Number);
    const sorted = times.toSorted((a, b) => a - b);
    const nothing = Number.NaN;
    return {
      medianMs: sorted[sorted.length >> 1] ?? nothing,
      slowestMs: sorted.at(-1) ?? nothing,
      times,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function measureOnce(scratch: string, results: string): Promise<void> {
  const folder = await mkdtemp(join(scratch, 'no python'));
  await writeFile(join(folder, 'notes.txt'), 'Nothing to check here.\n');
  await runTests({
    vscodeExecutablePath: chooseVscode(process.env).executable,
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

/** `runTests` prints what VS Code prints, and a report is to stand alone on standard output. */
async function withoutStdout(work: () => Promise<void>): Promise<void> {
  const { stdout, stderr } = process;
  const write = stdout.write;
  stdout.write = stderr.write.bind(stderr);
  try {
    await work();
  } finally {
    stdout.write = write;
  }
}
