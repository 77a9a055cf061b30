import type { BaselineRead } from '../../../src/core/baseline/baseline.js';
import { parseBaseline } from '../../../src/core/baseline/parse-baseline.js';
import type { CheckRun } from '../../../src/core/check/check-run.js';
import type { LocatedError, MypyError } from '../../../src/core/error/mypy-error.js';
import type { Checker, CheckOptions } from '../../../src/mypy/checker/checker.js';
import type { FileState } from '../../../src/mypy/checker/same-second-changes.js';
import type { ResultMemory } from '../../../src/project/last-result/result-memory.js';
import type { PreparationResult, ProjectPorts } from '../../../src/project/ports.js';
import type { CompleteRun } from '../../../src/project/run-problems.js';
import type {
  WriteDecision,
  WriteResult,
} from '../../../src/workspace/baseline-store/baseline-store.js';
import type { CommittedBaseline } from '../../../src/workspace/baseline-store/committed-baselines.js';
import type { ChangesRead } from '../../../src/workspace/git/source-changes.js';
import { ENVIRONMENT } from '../arbitrary/entries.js';

/** A complete run that found these errors. */
export function completeRun(errors: readonly MypyError[], stderr = ''): CompleteRun {
  return {
    kind: 'complete',
    authority: 'plain',
    errors,
    checkedFiles: 1,
    noise: [],
    isProven: true,
    stderr,
  };
}

/** A project's edges in memory: one baseline file, one commit, and runs as a test wants them. */
export class FakePorts implements ProjectPorts {
  /** What the file on disk holds; null for no file. */
  disk: string | null = null;
  committed: string | null = null;
  head: string | null = 'commit-1';
  /** By absolute path. */
  readonly files = new Map<string, FileState>();
  gitBusy = false;
  changes: ChangesRead = { kind: 'unknown', why: 'the fake has no repository' };
  results: ResultMemory | null = null;
  writes = 0;
  runs = 0;
  /** How often the checker was told that another check follows. */
  expected = 0;
  hasSameEnvironment = false;
  preparations = 0;
  time = 1_000;
  /** How the next runs end. The last one stays. */
  run: (options: CheckOptions) => Promise<CheckRun> = async () => completeRun([]);
  prepared: PreparationResult = this.#ready();
  readonly messages: string[] = [];
  readonly log = {
    info: (message: string) => void this.messages.push(message),
    warn: (message: string) => void this.messages.push(message),
    error: (message: string) => void this.messages.push(message),
  };

  prepare(): Promise<PreparationResult> {
    this.preparations++;
    return Promise.resolve(this.prepared);
  }

  readStates(files: readonly string[]): Promise<readonly FileState[]> {
    return Promise.resolve(files.flatMap((path) => this.files.get(path) ?? []));
  }

  async locate(errors: readonly MypyError[]): Promise<readonly LocatedError[]> {
    return errors.map((error) => ({
      range: { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 },
      scope: '',
      text: '',
      ...error,
      notes: [],
    }));
  }

  foresee(): Promise<void> {
    return Promise.resolve();
  }

  preload(): Promise<void> {
    return Promise.resolve();
  }

  /** None: the fake has no source to look at. */
  findUnchanged(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set());
  }

  readChanges(): Promise<ChangesRead> {
    return Promise.resolve(this.changes);
  }

  async readBaseline(): Promise<BaselineRead> {
    return this.disk === null ? { kind: 'absent' } : parseBaseline(this.disk);
  }

  async writeBaseline(decide: (current: BaselineRead) => WriteDecision): Promise<WriteResult> {
    const decision = decide(await this.readBaseline());
    if (decision.kind === 'keep' || decision.content === this.disk) return { kind: 'unchanged' };
    this.disk = decision.content;
    this.writes++;
    return { kind: 'written' };
  }

  async readCommitted(): Promise<CommittedBaseline> {
    if (this.committed === null) return { kind: 'absent' };
    return { kind: 'found', read: parseBaseline(this.committed) };
  }

  readHead(): Promise<string | null> {
    return Promise.resolve(this.head);
  }

  isGitBusy(): Promise<boolean> {
    return Promise.resolve(this.gitBusy);
  }

  now(): number {
    return this.time;
  }

  clock(): number {
    return this.time;
  }

  #ready(): PreparationResult {
    const checker: Checker = {
      engine: 'fake',
      check: (options) => {
        this.runs++;
        return this.run(options);
      },
      hasSameEnvironment: () => Promise.resolve(this.hasSameEnvironment),
      expectAnother: () => {
        this.expected++;
      },
      dispose: () => Promise.resolve(),
    };
    return {
      kind: 'ready',
      preparation: {
        environment: {
          interpreter: '/usr/bin/python3',
          origin: 'path',
          mypyVersion: ENVIRONMENT.mypy,
          pythonVersion: ENVIRONMENT.python,
          platform: ENVIRONMENT.platform,
          compiled: true,
        },
        checker,
        configHash: ENVIRONMENT.config,
        targets: ENVIRONMENT.targets,
        warnings: [],
        trials: null,
        isCurrent: () => Promise.resolve(true),
      },
    };
  }
}
