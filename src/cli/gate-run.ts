import type { BaselineEntry } from '../core/baseline/baseline.js';
import { toIsoDate } from '../core/date/to-iso-date.js';
import type { GatePolicy } from '../core/gate/gate-policy.js';
import type { PolicyWords } from '../core/gate/parse-policy.js';
import { ENGLISH } from '../core/language/language.js';
import { describeProblem } from '../core/problem/describe-problem.js';
import type { Problem } from '../core/problem/problem.js';
import type { Report, SourceLink } from '../core/report/report.js';
import { visibleLines } from '../core/text/visible-text.js';
import { type OutlookFacts, readOutlookFacts } from '../project/outlook.js';
import type { Project } from '../project/project.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectResult } from '../project/project-state.js';
import { type BaseBaseline, readBase } from '../project/read-base.js';
import { reportCheck } from '../project/report-check.js';
import { BaselineMemory } from '../workspace/baseline-store/baseline-memory.js';
import { withProject } from './checked-project.js';
import type { CommandContext } from './command-context.js';
import { doubtCoverage } from './doubt-coverage.js';
import { type PolicyOptions, readPolicy } from './options/policy-options.js';
import type { ProjectOptions } from './options/project-options.js';
import { printProblems } from './print-problems.js';
import type { Terminal } from './terminal.js';

export interface GateOptions extends ProjectOptions, PolicyOptions {}

/** What the gate came to. A failure has been told already. */
export type GateRun =
  | { readonly kind: 'judged'; readonly report: Report }
  | { readonly kind: 'failed' };

/** Which rules are to be looked at, and how much is to be read beside the check. */
export interface GateScope {
  /** Whether the baseline's history and whose the files are is read. */
  readonly outlook: boolean;
  /** Whether `stale = "shrink"` may change the file. */
  readonly mayShrink: boolean;
  /** Whether errors of the baseline are shown one by one, those of unchanged files too. */
  readonly listsAll: boolean;
}

/** Checks a project and holds it against its policy. Fails when anything could not be looked at. */
export function runGate(
  options: GateOptions,
  context: CommandContext,
  scope: GateScope,
): Promise<GateRun> {
  const { terminal } = context;
  const baselines = new BaselineMemory();
  let reading: Promise<BaseBaseline> | undefined;
  const readBaseOnce = (location: ProjectLocation): Promise<BaseBaseline> => {
    reading ??= readBase(location, options.base ?? '', terminal.env, baselines);
    return reading;
  };
  const judge = async (project: Project, location: ProjectLocation): Promise<GateRun> => {
    const { gate, problems } = location.ratchetConfig;
    const own = readPolicy(gate, options);
    const misread = problems.map((problem) => describeProblem(problem, ENGLISH).message);
    const doubts = [...new Set([...misread, ...own.mistakes.map(ENGLISH.express)])];
    if (doubts.length > 0) return fail(terminal, doubts);
    const checking = project.check('open');
    // A check that needs the base asks for it itself, once mypy works: git would hold that up.
    const asking = scope.listsAll ? Promise.resolve() : checking;
    const [base] = await Promise.all([asking.then(() => readBaseOnce(location)), checking]);
    const policy = policyAt(base, gate, options, terminal) ?? own.policy;
    const result = trustedResult(project, location, terminal);
    if (result === undefined) return { kind: 'failed' };
    if (scope.mayShrink && policy.stale === 'shrink' && !(await shrink(project, terminal))) {
      return { kind: 'failed' };
    }
    const report = await reportCheck(project.state, project.state.result ?? result, {
      location,
      policy,
      base,
      today: toIsoDate(new Date()),
      version: context.version,
      facts: scope.outlook ? await readFacts(location, context) : null,
      sourceLink: findSourceLink(terminal.env, location),
      // Whole files of which nothing is to be said were set aside before.
      listsAll: true,
    });
    return { kind: 'judged', report };
  };
  return withProject(options, context, judge, (location) => ({
    baselines,
    base: options.base ?? '',
    measures: scope.listsAll ? null : async () => entriesOf(await readBaseOnce(location)),
  }));
}

function readFacts(
  location: ProjectLocation,
  { surroundings, version }: CommandContext,
): Promise<OutlookFacts> {
  const { storageFolder } = surroundings;
  return readOutlookFacts(location, { storageFolder, version });
}

/**
 * The policy of the branch into which the change goes, where that one counts. Rules there that cannot
 * be understood do not: the change may be what mends them.
 */
function policyAt(
  base: BaseBaseline,
  own: PolicyWords,
  options: PolicyOptions,
  terminal: Terminal,
): GatePolicy | undefined {
  if (base.kind !== 'found' || base.rules === null) return undefined;
  const { policy, mistakes } = readPolicy(base.rules, options);
  if (mistakes.length > 0) return undefined;
  if (JSON.stringify(base.rules) !== JSON.stringify(own)) {
    terminal.err(
      `The rules are those of ${base.name}; this change's own count once it is there.\n`,
    );
  }
  return policy;
}

function entriesOf(base: BaseBaseline): readonly (readonly BaselineEntry[])[] {
  return base.kind === 'found' ? [base.entries] : [];
}

const ENVIRONMENT_PROBLEMS: ReadonlySet<Problem['kind']> = new Set([
  'environment-differs',
  'environment-unknown',
]);

/** The result of a check that looked at everything; else says why there is none. */
export function trustedResult(
  { state }: Project,
  { root }: ProjectLocation,
  terminal: Terminal,
): ProjectResult | undefined {
  printProblems(state, terminal);
  const { stale, result, presence } = state;
  if (stale !== null || result?.authority !== 'plain' || presence === 'unusable') return undefined;
  // The same mypy with the same configuration has looked at what it looked at then.
  const isElsewhere = state.problems.some(({ kind }) => ENVIRONMENT_PROBLEMS.has(kind));
  const doubt = isElsewhere ? doubtCoverage(result, root) : undefined;
  if (doubt === undefined) return result;
  fail(terminal, [doubt]);
  return undefined;
}

async function shrink(project: Project, terminal: Terminal): Promise<boolean> {
  const outcome = await project.shrinkBaseline();
  if (outcome.kind !== 'refused') return true;
  terminal.err(`${visibleLines(describeProblem(outcome.problem, ENGLISH).message)}\n`);
  return false;
}

function fail(terminal: Terminal, messages: readonly string[]): { readonly kind: 'failed' } {
  for (const message of messages) terminal.err(`${visibleLines(message)}\n`);
  return { kind: 'failed' };
}

/** Where the commit can be read on the web, as the service says in its variables. */
function findSourceLink(
  env: Terminal['env'],
  { prefix, repositoryRoot }: ProjectLocation,
): SourceLink | null {
  const server = webAddress(env);
  if (server === undefined || repositoryRoot === null) return null;
  const folder = prefix.split('/').filter((part) => part !== '');
  return { kind: 'web', url: [server, ...folder.map(encodeURIComponent)].join('/') };
}

function webAddress(env: Terminal['env']): string | undefined {
  const github = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], 'blob', env['GITHUB_SHA']];
  if (github.every((part) => part !== undefined && part !== '')) return github.join('/');
  const gitlab = [env['CI_PROJECT_URL'], '-', 'blob', env['CI_COMMIT_SHA']];
  if (gitlab.every((part) => part !== undefined && part !== '')) return gitlab.join('/');
  return undefined;
}
