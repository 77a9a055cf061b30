import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collectCorpus } from './collect.js';
import { chooseCollection } from './collection.js';
import type { CorpusBuilder } from './corpus-builder.js';
import { prepareEnvironment } from './environment.js';
import { type CollectOptions, readOptions } from './options.js';

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const interruption = new AbortController();
  // Not the end of the process at once: the worktree in the person's repository has to go.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-history-'));
  try {
    const builder = await collect(options, scratch, interruption.signal);
    const json = builder.toJson();
    await writeFile(options.out, options.out.endsWith('.gz') ? gzipSync(json) : json);
    sayCounts(builder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function collect(
  options: CollectOptions,
  scratch: string,
  signal: AbortSignal,
): Promise<CorpusBuilder> {
  const { name, packages, installs, mypyArgs, readHistory } = chooseCollection(options);
  const downloads = required('MYPY_RATCHET_CACHE');
  const base = options.python ?? required('MYPY_RATCHET_PYTHON_NEWEST');
  const environment = await prepareEnvironment({ python: base, installs, downloads });
  const python = environment.interpreter;
  const isConfigured = options.configured ?? false;
  return collectCorpus({
    name,
    history: await readHistory({ scratch, downloads, python, signal }),
    packages,
    gaps: options.gap,
    settings: { environment, args: mypyArgs, isConfigured, signal },
    report: say,
  });
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: use npm run bench:matching:collect`);
  return value;
}

function sayCounts({ counts }: CorpusBuilder): void {
  for (const [gap, labels] of counts) {
    const shown = [...labels].map(([label, count]) => `${label} ${count}`);
    say(`gap ${gap}: ${shown.join(', ')}`);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
