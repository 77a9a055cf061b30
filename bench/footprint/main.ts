import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureActivation } from '../activation/measure-activation.js';
import { run } from '../run.js';
import { measureMemory } from './measure-memory.js';
import { type Footprint, formatJson, formatTable, type ServerMemory } from './report.js';

const REPOSITORY = join(__dirname, '..', '..', '..');
const SIZES = [0, 6_000, 100_000];
const ACTIVATIONS = 5;

async function measure(): Promise<Footprint> {
  const python = process.env['MYPY_RATCHET_PYTHON_NEWEST'];
  if (python === undefined) throw new Error('start this by npm run bench:footprint');
  const vsixBytes = await measurePackage();
  const activation = await measureActivation(ACTIVATIONS);
  const server: ServerMemory[] = [];
  for (const errors of SIZES) server.push({ errors, ...(await measureMemory(errors, python)) });
  return { vsixBytes, activation, server };
}

/** The size of the packaged extension, from the bundles that are there. */
async function measurePackage(): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  const vsix = join(scratch, 'mypy-ratchet.vsix');
  const vsce = join(REPOSITORY, 'node_modules', '@vscode', 'vsce', 'vsce');
  try {
    const options = ['package', '--no-dependencies', '--out', vsix];
    await run([process.execPath, vsce, ...options], REPOSITORY);
    return (await stat(vsix)).size;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const footprint = await measure();
  process.stdout.write(values.json === true ? formatJson(footprint) : formatTable(footprint));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
