import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { MypyEnvironment } from '../../../src/mypy/interpreter/environment.js';
import { collectCorpus } from './collect.js';
import type { CorpusBuilder } from './corpus-builder.js';
import { environmentWith } from './environment.js';
import { HISTORIES, type NamedHistory } from './histories.js';
import { type History, readHistory } from './history.js';
import { type CollectOptions, readOptions } from './options.js';
import { probeInterpreter } from './package-checker.js';
import { writeReleaseHistory } from './pypi/release-history.js';
import { listReleases, selectReleases } from './pypi/releases.js';
import { SdistCache } from './pypi/sdist-cache.js';

const GAPS = [1, 20];

/** What is to be collected, wherever it comes from. */
interface Collection extends Omit<NamedHistory, 'project' | 'releases'> {
  readonly name: string;
  readonly read: (scratch: string, python: string) => Promise<History>;
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const collection = describe(options);
  const environment = await chooseEnvironment(collection.installs, options.python);
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-history-'));
  try {
    const builder = await collectCorpus({
      name: collection.name,
      history: await collection.read(scratch, environment.interpreter),
      packages: collection.packages,
      gaps: options.gap.length > 0 ? options.gap : GAPS,
      settings: {
        environment,
        args: collection.mypyArgs,
        isConfigured: options.configured ?? false,
      },
      report: say,
    });
    const json = builder.toJson();
    await writeFile(options.out, options.out.endsWith('.gz') ? gzipSync(json) : json);
    sayCounts(builder);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function describe(options: CollectOptions): Collection {
  const { history, pypi, repo, releases, install: installs, mypyArgs, commits } = options;
  if ([history, pypi, repo].filter((source) => source !== undefined).length !== 1) {
    throw new Error('Give one of --repo, --pypi and --history.');
  }
  if (history !== undefined) {
    const named = HISTORIES[history];
    if (named === undefined) {
      throw new Error(`No such history; there are ${Object.keys(HISTORIES).join(', ')}.`);
    }
    return { ...named, name: history, read: readerOf(named) };
  }
  const packages = options.package;
  if (packages.length === 0) throw new Error('Name the folder of the package: --package.');
  const shared = { packages, mypyArgs, installs };
  if (pypi !== undefined) {
    return { ...shared, name: pypi, read: readerOf({ project: pypi, releases }) };
  }
  const repository = resolve(repo ?? '.');
  return {
    ...shared,
    name: basename(repository),
    read: () => readHistory(repository, packages, commits),
  };
}

function readerOf({
  project,
  releases,
}: Pick<NamedHistory, 'project' | 'releases'>): Collection['read'] {
  return async (folder, python) => {
    const sdists = selectReleases(await listReleases(project), releases);
    const cache = new SdistCache(join(downloads(), 'sdists'));
    say(`${project}: ${sdists.map(({ version }) => version).join(' ')}`);
    return writeReleaseHistory(sdists, { folder, cache, python });
  };
}

async function chooseEnvironment(
  installs: readonly string[],
  python = required('MYPY_RATCHET_PYTHON_NEWEST'),
): Promise<MypyEnvironment> {
  const base = await probeInterpreter(python);
  if (installs.length === 0) return base;
  const wanted = JSON.stringify([base.mypyVersion, base.pythonVersion, ...installs]);
  const digits = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return environmentWith(installs, base, join(downloads(), `collect-${digits}`));
}

function downloads(): string {
  return required('MYPY_RATCHET_CACHE');
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
