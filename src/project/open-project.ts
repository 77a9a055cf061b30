import { RETRY_WAITS_MS } from '../core/check/retry-waits.js';
import { ENGLISH } from '../core/language/language.js';
import type { RecordedOutput } from '../core/output/judge-recorded.js';
import { describeOrigin } from '../core/problem/describe-interpreter.js';
import type { ChosenPython } from '../core/problem/problem.js';
import { RecordedChecker } from '../mypy/checker/recorded-checker.js';
import { readFileStates } from '../mypy/checker/same-second-changes.js';
import { chooseTargets } from '../mypy/configuration/choose-targets.js';
import {
  type MypyConfiguration,
  narrowToVersion,
} from '../mypy/configuration/find-configuration.js';
import type { MypyEnvironment } from '../mypy/interpreter/environment.js';
import { findMypyEnvironment } from '../mypy/interpreter/find-environment.js';
import { createProbe, type Probe } from '../mypy/interpreter/probe.js';
import { BaselineMemory } from '../workspace/baseline-store/baseline-memory.js';
import { BaselineStore } from '../workspace/baseline-store/baseline-store.js';
import {
  type CommittedBaseline,
  CommittedBaselines,
} from '../workspace/baseline-store/committed-baselines.js';
import { Git } from '../workspace/git/git.js';
import { SourceHistory } from '../workspace/git/source-history.js';
import { hasPythonFiles } from '../workspace/python-files.js';
import { SourceReader } from '../workspace/source/source-reader.js';
import type { OpenResults } from './last-result/open-result-memory.js';
import type { Log, PreparationResult, ProjectPorts } from './ports.js';
import { Project } from './project.js';
import { locateProject, type ProjectLocation, type ProjectSettings } from './project-location.js';
import type { Measures } from './project-options.js';
import type { ProjectState } from './project-state.js';
import { chooseRunSettings } from './run-settings.js';
import { explainNoFiles, watchEnvironment } from './watch-environment.js';

/** Long enough not to run between two saves of somebody who works. */
const CONFIRM_AFTER_MS = 2_000;

/** What the process around a project provides. */
export interface ProjectSurroundings {
  /** Absolute folder, outside the project, for mypy's private caches. */
  readonly storageFolder: string;
  /** Absolute path of `worker.py`. */
  readonly workerScript: string;
  readonly log: Log;
  /** Shared by whoever reads the baseline of other commits too. */
  readonly baselines?: BaselineMemory;
  /** The branch or commit that a change is measured from; empty or absent to look for it. */
  readonly base?: string;
  /** Of the process; in it continuous integration says where a change is to go. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** See `ProjectOptions`. */
  readonly trustsLastCheck?: boolean;
  readonly measures?: Measures | null;
  /** See `ProjectOptions`; true when absent. */
  readonly settles?: boolean;
  /** Whether a check that failed is made again by itself. */
  readonly retries?: boolean;
  /** Where results are kept for the next session. */
  readonly openResults?: OpenResults;
  /** Whether processes that keep their caches in the same place take over what they find. */
  readonly sharesAnswers?: boolean;
  /** Output of a mypy that ran elsewhere, to be read instead of running one. */
  readonly recordedOutput?: () => Promise<RecordedOutput>;
  /** What was chosen in other extensions for the folder, the strongest choice first. */
  chosenPythons(): Promise<readonly ChosenPython[]>;
}

/** A project on real files, real git and real mypy. */
export function openProject(
  location: ProjectLocation,
  settings: ProjectSettings,
  surroundings: ProjectSurroundings,
  onDidChange: (state: ProjectState) => void,
): Project {
  const ports = connectPorts(location, settings, surroundings);
  const { root, baselinePath } = location;
  const { shrinkOnSave } = settings;
  const { trustsLastCheck = false, measures = null, settles = true } = surroundings;
  const options = {
    root,
    baselinePath,
    shrinkOnSave,
    confirmAfterMs: CONFIRM_AFTER_MS,
    retryAfterMs: surroundings.retries === true ? RETRY_WAITS_MS : [],
    trustsLastCheck,
    measures,
    settles,
  };
  return new Project(ports, options, onDidChange);
}

function connectPorts(
  location: ProjectLocation,
  settings: ProjectSettings,
  surroundings: ProjectSurroundings,
): ProjectPorts {
  const { root, baselinePath, gitFolder } = location;
  const git = new Git();
  const { baselines = new BaselineMemory() } = surroundings;
  const store = new BaselineStore(baselinePath, baselines);
  // The output of a stranger's mypy may name any file; that of our own names what it checked.
  const confinedTo = surroundings.recordedOutput && (location.repositoryRoot ?? root);
  const source = new SourceReader(confinedTo);
  const history = new SourceHistory({
    root,
    baselinePath,
    gitFolder,
    target: { named: surroundings.base ?? '', configured: location.ratchetConfig.base },
    env: surroundings.env,
  });
  const readCommitted = committedReader(git, location, baselines);
  // Whoever opens the project has just located it; later preparations follow what changed since.
  let fresh: ProjectLocation | undefined = location;
  return {
    log: surroundings.log,
    prepare: async (signal) => {
      const current = fresh ?? (await locateProject(location.folder, settings));
      fresh = undefined;
      return prepare(current, settings, surroundings, signal, () => void store.readAhead());
    },
    readStates: readFileStates,
    locate: (errors, mypyVersion) => source.locate(root, errors, mypyVersion),
    foresee: () => source.foresee(root),
    preload: (entries) => source.preload(root, entries),
    findUnchanged: (errors, entries) => source.findUnchanged(root, errors, entries),
    readChanges: (paths) => history.readChanges(paths),
    readBaseline: () => store.read(),
    writeBaseline: (decide) => store.write(decide),
    readCommitted,
    readHead: () => Promise.resolve(git.stampHead(gitFolder)),
    results: surroundings.openResults?.(location, settings, source) ?? null,
    isGitBusy: () => git.isBusy(gitFolder),
    now: () => Date.now(),
    clock: () => performance.now(),
  };
}

/**
 * Finds an interpreter and makes the checker, or says what is missing.
 *
 * @param meanwhile Is called when Python has been started and is asked: there is time for something.
 */
async function prepare(
  location: ProjectLocation,
  settings: ProjectSettings,
  surroundings: ProjectSurroundings,
  signal: AbortSignal,
  meanwhile: () => void,
): Promise<PreparationResult> {
  const { folder, root, repositoryRoot, ratchetConfig } = location;
  if (location.configuration.kind === 'unreadable') return refuse(location.configuration);
  const { log } = surroundings;
  const warnings = ratchetConfig.problems;
  if (surroundings.recordedOutput !== undefined) {
    const checker = new RecordedChecker(root, surroundings.recordedOutput);
    const preparation = { environment: null, checker, configHash: '', targets: [], warnings };
    const isCurrent = () => Promise.resolve(true);
    return { kind: 'ready', preparation: { ...preparation, trials: null, isCurrent } };
  }
  if (!(await hasPythonFiles(root)))
    return { kind: 'problem', problem: await explainNoFiles(root) };
  const chosen = await surroundings.chosenPythons();
  const setting = settings.interpreter;
  const search = { folder, root, repositoryRoot, setting, chosen };
  const ask = createProbe(root, process.env, surroundings.workerScript);
  const probe: Probe = (interpreter, aborted) => {
    const answer = ask(interpreter, aborted);
    meanwhile();
    return answer;
  };
  const found = await findMypyEnvironment(search, signal, probe);
  if (found.kind === 'none') {
    return { kind: 'problem', problem: { kind: 'no-interpreter', rejected: found.rejected } };
  }
  const { environment, packageFolder, worker } = found;
  const configuration = await narrowToVersion(location.configuration, environment.mypyVersion);
  if (configuration.kind === 'unreadable') {
    await worker?.kill();
    return refuse(configuration);
  }
  const isCurrent = watchEnvironment(root, environment.interpreter, packageFolder, log);
  log.info(describeEnvironment(environment));
  const { args, targets: named } = chooseRunSettings(location, settings);
  const invocation = {
    environment,
    root,
    configFile: configuration.kind === 'found' ? configuration.file : undefined,
    args,
    targets: chooseTargets(configuration, named, args),
  };
  // Loaded while Python, which has just answered, goes on to import mypy.
  const [{ openChecker }, { environmentHash }, { prepareTrials }] = await Promise.all([
    import('./open-checker.js'),
    import('../mypy/configuration/environment-hash.js'),
    import('./fix/prepare-trials.js'),
  ]);
  const checker = await openChecker(settings.engine, surroundings, invocation, worker);
  const configHash = environmentHash(configuration, args);
  const trials = await prepareTrials(surroundings, invocation);
  const preparation = { environment, checker, configHash, targets: named, warnings };
  return { kind: 'ready', preparation: { ...preparation, trials, isCurrent } };
}

function refuse({
  file: path,
  detail,
}: Extract<MypyConfiguration, { kind: 'unreadable' }>): PreparationResult {
  return { kind: 'problem', problem: { kind: 'configuration-unreadable', path, detail } };
}

/**
 * Reads the committed baseline; asks git again only when HEAD moved. Mostly the file on disk says
 * the same: then the two are one value, which spares a large one being parsed and compared twice.
 */
function committedReader(
  git: Git,
  { baselinePath, gitFolder }: ProjectLocation,
  baselines: BaselineMemory,
): () => Promise<CommittedBaseline> {
  const committed = new CommittedBaselines(baselines);
  let last: { readonly head: string; readonly read: CommittedBaseline } | undefined;
  return async () => {
    if (gitFolder === null) return { kind: 'absent' };
    const head = git.stampHead(gitFolder);
    if (head !== null && last?.head === head) return last.read;
    const read = await committed.read(baselinePath);
    last = head === null || read.kind === 'failed' ? undefined : { head, read };
    return read;
  };
}

function describeEnvironment(environment: MypyEnvironment): string {
  const { mypyVersion, pythonVersion, compiled, interpreter, origin } = environment;
  const build = compiled ? 'compiled' : 'not compiled, and so slow';
  return `mypy ${mypyVersion} (${build}), Python ${pythonVersion}: ${interpreter}, from ${describeOrigin(origin, ENGLISH)}`;
}
