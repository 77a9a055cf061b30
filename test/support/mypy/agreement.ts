import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import { serialiseBaseline } from '../../../src/core/baseline/serialise-baseline.js';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import { compare } from '../../../src/core/compare/compare.js';
import { toEntry } from '../../../src/core/error/error-entry.js';
import type { MypyError } from '../../../src/core/error/mypy-error.js';
import { createChecker } from '../../../src/mypy/checker/create-checker.js';
import { chooseTargets } from '../../../src/mypy/configuration/choose-targets.js';
import { environmentHash } from '../../../src/mypy/configuration/environment-hash.js';
import {
  findMypyConfiguration,
  type MypyConfiguration,
  narrowToVersion,
} from '../../../src/mypy/configuration/find-configuration.js';
import type { MypyInvocation } from '../../../src/mypy/configuration/mypy-invocation.js';
import { SourceReader } from '../../../src/workspace/source/source-reader.js';
import { TemporaryFolder } from '../files/temporary-folder.js';
import type { BareMypy } from './bare-mypy.js';
import { runBareMypy } from './bare-mypy.js';
import { interpreterOf, VERSION } from './interpreters.js';
import { isSince } from './is-since.js';
import { environmentOf, WORKER_SCRIPT } from './mypy-project.js';
import { copyWarmCache } from './warm-cache.js';

/** What gives the answers that count, by default; a daemon beside it gives previews. */
const ENGINE = isSince(VERSION, 1, 19, 1) ? 'prewarmed' : 'process';

type Complete = Extract<CheckRun, { readonly kind: 'complete' }>;

/** How a tree is checked, by us and by a person. */
export interface Circumstances {
  /** Where we are opened; the folder of the tree when absent. */
  readonly folder?: string;
  /** The repository that the folder is in. */
  readonly repository?: string;
  /** What a person would give mypy to check: nothing where its configuration says it. */
  readonly targets?: readonly string[];
  /** More arguments for the mypy of the person only. */
  readonly bareArgs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** An interpreter with the same mypy and more packages. */
  readonly interpreter?: string;
  /** See {@link copyWarmCache}. */
  readonly warmedBy?: Readonly<Record<string, string>>;
}

/** The same tree checked by us, twice, and by `python -m mypy`, which found the same errors. */
export interface Agreement {
  readonly run: Complete;
  readonly bare: BareMypy;
  /** Errors as `path:line code`, in byte order. */
  readonly errors: readonly string[];
  /** The hash of mypy's configuration, for the baseline's header. */
  readonly configHash: string;
  /** Absolute; mypy's working directory. */
  readonly root: string;
}

/** What became of one tree. */
interface BothAnswers {
  readonly first: CheckRun;
  /** From mypy's cache, as far as it has one. */
  readonly second: CheckRun;
  readonly bare: BareMypy;
  readonly configuration: MypyConfiguration;
  readonly mypyVersion: string;
}

/**
 * Checks a tree as the product does, from the search for the configuration on, and as a person does
 * in the folder that the product takes for the project's root.
 */
export async function askBoth(
  tree: TemporaryFolder,
  circumstances: Circumstances = {},
): Promise<BothAnswers> {
  const { folder = tree.path, repository = null, targets = ['.'] } = circumstances;
  const known = await environmentOf(VERSION);
  const { mypyVersion } = known;
  const found = await findMypyConfiguration(folder, repository);
  const configuration = await narrowToVersion(found, mypyVersion);
  assert.notEqual(configuration.kind, 'unreadable', JSON.stringify(configuration));
  const { root } = configuration;
  const interpreter = circumstances.interpreter ?? interpreterOf(VERSION);
  const bareArgs = [...(circumstances.bareArgs ?? []), ...targets];
  const invocation = {
    environment: { ...known, interpreter },
    root,
    configFile: configuration.kind === 'found' ? configuration.file : undefined,
    args: [],
    targets: chooseTargets(configuration, [], []),
  };
  const [bare, [first, second]] = await Promise.all([
    askBareMypy(interpreter, root, bareArgs, circumstances),
    checkTwice(invocation, circumstances),
  ]);
  return { bare, first, second, configuration, mypyVersion };
}

/**
 * What both said of a tree. Fails unless they found the same errors word by word, again from the
 * cache, and a baseline made of the first answer knows all of the second.
 */
export async function agreeOn(
  tree: TemporaryFolder,
  circumstances: Circumstances = {},
): Promise<Agreement> {
  const answers = await askBoth(tree, circumstances);
  const { bare, first: run, second, configuration, mypyVersion } = answers;
  assert.equal(run.kind, 'complete', JSON.stringify(run));
  assert.equal(second.kind, 'complete', JSON.stringify(second));
  const { root } = configuration;
  assert.deepEqual(run.errors.map(wordBare).sort(), bare.errors, bare.stderr);
  await assertBaselineHolds(root, mypyVersion, run, second);
  const errors = run.errors.map(({ path, start, code }) => `${path}:${start.line} ${code}`).sort();
  return { run, bare, errors, configHash: environmentHash(configuration, []), root };
}

/** What `python -m mypy` says in a folder; see {@link runBareMypy}. */
export async function askBareMypy(
  interpreter: string,
  folder: string,
  args: readonly string[],
  { env = {}, warmedBy }: Pick<Circumstances, 'env' | 'warmedBy'> = {},
): Promise<BareMypy> {
  const cacheFolder = await copyWarmCache(interpreter, warmedBy);
  try {
    return await runBareMypy(interpreter, folder, cacheFolder, args, env);
  } finally {
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

/** Runs `test` on a tree of its own. */
export async function withTree(
  files: Readonly<Record<string, string>>,
  test: (tree: TemporaryFolder) => Promise<void>,
): Promise<void> {
  const tree = await TemporaryFolder.create();
  try {
    await tree.writeAll(files);
    await test(tree);
  } finally {
    await tree.remove();
  }
}

async function checkTwice(
  invocation: Omit<MypyInvocation, 'cacheFolder'>,
  { env = {}, warmedBy }: Pick<Circumstances, 'env' | 'warmedBy'>,
): Promise<readonly [CheckRun, CheckRun]> {
  const cacheFolder = await copyWarmCache(invocation.environment.interpreter, warmedBy);
  const checker = createChecker({ ...invocation, cacheFolder }, ENGINE, {
    workerScript: WORKER_SCRIPT,
    log: () => undefined,
    env: { ...process.env, ...env },
  });
  const { signal } = new AbortController();
  try {
    return [await checker.check({ signal }), await checker.check({ signal })];
  } finally {
    await checker.dispose();
    await rm(cacheFolder, { recursive: true, force: true });
  }
}

/** An error in the words in which mypy prints it when nobody asks for more. */
export function wordBare({ path, start, code, message }: MypyError): string {
  const place = start.line > 0 ? `${path}:${start.line}` : path;
  return `${place}: error: ${message}${code === '' ? '' : `  [${code}]`}`;
}

/** Fails unless a baseline of one run's errors knows each error of the other, and no more. */
async function assertBaselineHolds(
  root: string,
  mypyVersion: string,
  before: Complete,
  after: Complete,
): Promise<void> {
  const source = new SourceReader();
  const accepted = await source.locate(root, before.errors, mypyVersion);
  const entries = accepted.map((error) => toEntry(error));
  const environment = { mypy: mypyVersion, python: '', platform: '', config: '', targets: [] };
  const read = parseBaseline(serialiseBaseline({ environment, entries }));
  assert.equal(read.kind, 'read', JSON.stringify(read));
  const found = await source.locate(root, after.errors, mypyVersion);
  const { statuses, fixed } = compare(found, read.baseline.entries);
  const unknown = found.filter((_, index) => statuses[index]?.kind === 'new');
  assert.deepEqual([unknown, fixed], [[], []]);
}
