import { relative, resolve } from 'node:path';
import type { CliSurroundings } from '../cli/checked-project.js';
import { EXIT, type ExitCode, exitCodeOf } from '../cli/exit-code.js';
import { runGate } from '../cli/gate-run.js';
import { type Output, scopeOf, writeOutputs } from '../cli/options/format-options.js';
import { toSlashes } from '../core/path/place.js';
import type { Report } from '../core/report/report.js';
import { locateProject, placeInRepository } from '../project/project-location.js';
import { markdownComment } from '../report/formats/markdown.js';
import { markdownFailure } from '../report/formats/markdown-failure.js';
import { newErrors } from '../report/formats/new-errors.js';
import { ActionTerminal } from './action-terminal.js';
import { logFailure, logMessage, logReport } from './annotate.js';
import { GitHubApi, GitHubError } from './github-api.js';
import { type ActionInputs, readInputs, type Variables } from './inputs.js';
import { keepComment } from './pull-request-comment.js';
import { readEvent, type WorkflowEvent } from './workflow-event.js';
import { addSummary, setOutputs } from './workflow-files.js';

/** What a run gets from its process. */
export interface ActionSurroundings {
  readonly env: Variables;
  /** Absolute; the workspace of the job. */
  readonly cwd: string;
  /** The log of the step. */
  readonly out: (text: string) => void;
  readonly cli: CliSurroundings;
  /** Of the package. */
  readonly version: string;
}

/** What the gate came to, or in which words it came to nothing. */
type Outcome =
  | { readonly kind: 'judged'; readonly report: Report }
  | { readonly kind: 'failed'; readonly words: string };

/** Runs the gate and tells its verdict everywhere that GitHub has for it. */
export async function runAction(surroundings: ActionSurroundings): Promise<ExitCode> {
  const { env, out, cwd } = surroundings;
  const { inputs, mistakes } = readInputs(env);
  const event = await readEvent(env);
  const terminal = new ActionTerminal({ env, cwd, out });
  const outcome: Outcome =
    mistakes.length > 0
      ? { kind: 'failed', words: mistakes.join('\n') }
      : await judge(inputs, event, terminal, surroundings);
  out(outcome.kind === 'judged' ? logReport(outcome.report) : logFailure(outcome.words));
  if (outcome.kind === 'judged' && terminal.told !== '') out(logMessage('warning', terminal.told));
  await publish(outcome, inputs, event, surroundings);
  if (outcome.kind === 'failed') return EXIT.failed;
  const before = terminal.told.length;
  if (!(await writeReports(outcome.report, inputs, terminal))) {
    out(logFailure(terminal.told.slice(before).trim()));
    return EXIT.failed;
  }
  return exitCodeOf(outcome.report.verdict);
}

/** An exception is told as any other reason: a comment must not go on saying that all is well. */
async function judge(
  inputs: ActionInputs,
  event: WorkflowEvent,
  terminal: ActionTerminal,
  { cli, version }: ActionSurroundings,
): Promise<Outcome> {
  const options = { ...inputs.gate, base: inputs.gate.base ?? event.base };
  const context = { terminal, surroundings: cli, version, end: () => undefined };
  const scope = { ...scopeOf(reportFiles(inputs)), mayShrink: true };
  try {
    const run = await runGate(options, context, scope);
    if (run.kind === 'judged') return run;
    return { kind: 'failed', words: terminal.told };
  } catch (error) {
    return { kind: 'failed', words: `${terminal.told}\n${describe(error)}`.trim() };
  }
}

/** The summary of the job, the step's outputs and the comment on the pull request. */
async function publish(
  outcome: Outcome,
  inputs: ActionInputs,
  event: WorkflowEvent,
  surroundings: ActionSurroundings,
): Promise<void> {
  const { env } = surroundings;
  const body =
    outcome.kind === 'judged'
      ? markdownComment(outcome.report)
      : markdownFailure(await findPlace(inputs, surroundings), outcome.words);
  await addSummary(env, body);
  await setOutputs(env, outputsOf(outcome));
  if (inputs.comment) await comment(body, inputs.token, event, surroundings);
}

function outputsOf(outcome: Outcome): Readonly<Record<string, string>> {
  if (outcome.kind === 'failed') return { verdict: 'failed' };
  const { report } = outcome;
  return {
    verdict: report.verdict.kind,
    new: String(newErrors(report).length),
    total: String(report.summary.totals.current),
  };
}

/** Which project it would have been, found anew: a run that failed has no report to say so. */
async function findPlace(
  { gate }: ActionInputs,
  { cwd }: ActionSurroundings,
): Promise<Pick<Report, 'prefix' | 'baselinePath'>> {
  const settings = { configFile: gate.configFile ?? '', baselineFile: gate.baseline ?? '' };
  const location = await locateProject(resolve(cwd, gate.project ?? '.'), settings);
  if (location.repositoryRoot !== null) return placeInRepository(location);
  // From a folder that is not there git finds no repository, and this would be the one at its top.
  const { repositoryRoot } = await locateProject(cwd, settings);
  const prefix = repositoryRoot === null ? '' : toSlashes(relative(repositoryRoot, location.root));
  return placeInRepository({ ...location, prefix });
}

/** A comment that cannot be written changes no verdict, and is told. */
async function comment(
  body: string,
  token: string,
  { pullRequest, isFork }: WorkflowEvent,
  { env, out }: ActionSurroundings,
): Promise<void> {
  if (pullRequest === null) return;
  const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
  const graphqlUrl = env['GITHUB_GRAPHQL_URL'] || `${apiUrl}/graphql`;
  const place = { repository: env['GITHUB_REPOSITORY'] ?? '', pullRequest };
  try {
    await keepComment(new GitHubApi({ apiUrl, graphqlUrl, token }), place, body);
  } catch (error) {
    out(logMessage('warning', `No comment was written. ${explain(error, isFork)}`));
  }
}

function explain(error: unknown, isFork: boolean): string {
  const words = describe(error);
  if (!(error instanceof GitHubError) || error.status !== 403) return words;
  const why = isFork
    ? 'The token of a pull request from a fork may only read; the summary of the job has the same text.'
    : 'The token may not write: the job needs "permissions: pull-requests: write".';
  return `${why} ${words}`;
}

/** Writes the files that were asked for, and then says where they are; not where one is missing. */
async function writeReports(
  report: Report,
  inputs: ActionInputs,
  terminal: ActionTerminal,
): Promise<boolean> {
  if (!(await writeOutputs(report, reportFiles(inputs), terminal))) return false;
  const { htmlReport, sarif } = inputs;
  await setOutputs(terminal.env, {
    ...(htmlReport !== '' && { 'html-report': resolve(terminal.cwd, htmlReport) }),
    ...(sarif !== '' && { sarif: resolve(terminal.cwd, sarif) }),
  });
  return true;
}

function reportFiles({ htmlReport, sarif, sarifResults }: ActionInputs): readonly Output[] {
  const files: readonly Output[] = [
    { format: 'html', file: htmlReport, sarifResults },
    { format: 'sarif', file: sarif, sarifResults },
  ];
  return files.filter(({ file }) => file !== '');
}

/** With its cause: fetch says only there what went wrong. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
