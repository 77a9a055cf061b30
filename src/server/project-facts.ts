import { ENGLISH } from '../core/language/language.js';
import { describeOrigin } from '../core/problem/describe-interpreter.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import { explainEngine } from '../mypy/checker/explain-engine.js';
import type { MypyConfiguration } from '../mypy/configuration/find-configuration.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import { chooseRunSettings } from '../project/run-settings.js';
import type { PastCheck, ProjectFacts } from '../protocol/debug-messages.js';
import type { FolderSettings } from '../protocol/settings.js';

/** How many checks are remembered. */
const REMEMBERED_CHECKS = 10;

/** Remembers the last checks of a project. */
export class PastChecks {
  #checks: readonly PastCheck[] = [];

  get all(): readonly PastCheck[] {
    return this.#checks;
  }

  /** Is told every state; most say nothing new. */
  note({ result }: ProjectState): void {
    if (result === null || result.checkedAt === this.#checks.at(-1)?.checkedAt) return;
    const { checkedAt, durationMs, authority, reconciliation } = result;
    const errors = reconciliation.errors.length;
    const check = { checkedAt, durationMs, authority, errors };
    this.#checks = [...this.#checks, check].slice(-REMEMBERED_CHECKS);
  }
}

/** What the debug information says of a project. */
export function toProjectFacts(
  name: string,
  location: ProjectLocation,
  settings: FolderSettings,
  state: ProjectState,
  checks: readonly PastCheck[],
): ProjectFacts {
  const { environment, engine, stale } = state;
  const problems = stale === null ? state.problems : [stale, ...state.problems];
  return {
    name,
    folder: location.folder,
    root: location.root,
    repositoryRoot: location.repositoryRoot,
    configuration: describeConfiguration(location.configuration),
    baselinePath: location.baselinePath,
    presence: state.presence,
    interpreter: environment && {
      path: environment.interpreter,
      origin: describeOrigin(environment.origin, ENGLISH),
    },
    mypy:
      environment &&
      `mypy ${environment.mypyVersion}, ${environment.compiled ? 'compiled' : 'not compiled'}, Python ${environment.pythonVersion}, ${environment.platform}`,
    engine,
    engineSetting: settings.engine,
    engineWhy: explainEngine(settings.engine, environment?.mypyVersion),
    ...chooseRunSettings(location, settings),
    checks,
    problems: problems.map((problem) => {
      const { message, detail } = describeProblem(problem, ENGLISH);
      return detail === '' ? message : `${message}\n${detail}`;
    }),
  };
}

function describeConfiguration(configuration: MypyConfiguration): string {
  switch (configuration.kind) {
    case 'none':
      return "none: mypy's defaults";
    case 'unreadable':
      return `${configuration.file}, which cannot be read: ${ENGLISH.express(configuration.detail)}`;
    case 'found':
      return configuration.file;
  }
}
