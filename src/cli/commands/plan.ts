import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { BaselineEntry, BaselineRead } from '../../core/baseline/baseline.js';
import { categorise } from '../../core/category/categorise.js';
import type { CategoryId } from '../../core/category/category.js';
import {
  describeMissingHistory,
  describeMissingPast,
} from '../../core/history/describe-history.js';
import type { BaselineHistory } from '../../core/history/history-point.js';
import { ENGLISH } from '../../core/language/language.js';
import { describePlan } from '../../core/plan/describe-plan.js';
import type { PlanProgress } from '../../core/plan/plan-progress.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import { visibleLines } from '../../core/text/visible-text.js';
import { readBaselineHistory } from '../../project/baseline-history.js';
import { holdAgainst } from '../../project/outlook.js';
import { locateProject } from '../../project/project-location.js';
import { toJsonText } from '../../report/formats/json-text.js';
import { planJson } from '../../report/formats/plan-json.js';
import { BaselineStore } from '../../workspace/baseline-store/baseline-store.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Progress } from '../progress.js';
import type { Terminal } from '../terminal.js';

const FORMATS = {
  text: (progress: PlanProgress) => `${describePlan(progress, ENGLISH).join('\n')}\n`,
  json: (progress: PlanProgress) => toJsonText(planJson(progress)),
} as const;

interface PlanOptions {
  readonly project: string;
  readonly baseline?: string;
  readonly format: keyof typeof FORMATS;
}

const HELP = `
The plan stands in pyproject.toml, or without "tool.mypy-ratchet." in mypy-ratchet.toml:
  [tool.mypy-ratchet.plan]
  target = 500             # errors that may be left, or a share of those at the start: "20%"
  date = 2027-05-31        # until when
  pace = "50-100"          # errors to clear in a sprint
  sprint = "2 weeks"
  start = 2026-11-30       # the first day of the first sprint; the baseline's first commit if not set
  order = ["missing-annotations", "optional"]`;

/** Whether the plan holds, from the baseline file and git alone. */
export function definePlan(program: Command, context: CommandContext): void {
  const command = program.command('plan');
  const format = command
    .createOption('-f, --format <format>', 'how it is written')
    .choices(Object.keys(FORMATS))
    .default('text');
  command
    .description("this sprint's quota and progress, and when the target is met; mypy is not run")
    .option('-p, --project <folder>', 'the folder of the project', '.')
    .option('--baseline <file>', "the baseline file, relative to mypy's configuration")
    .addOption(format)
    .addHelpText('after', HELP)
    .action(async (options: PlanOptions) => context.end(await runPlan(options, context)));
}

async function runPlan(
  { project, baseline = '', format }: PlanOptions,
  { terminal, surroundings: { storageFolder }, version }: CommandContext,
): Promise<ExitCode> {
  const settings = { configFile: '', baselineFile: baseline };
  const location = await locateProject(resolve(terminal.cwd, project), settings);
  const { baselinePath, ratchetConfig } = location;
  for (const problem of ratchetConfig.problems)
    tell(terminal, describeProblem(problem, ENGLISH).message);
  const { plan } = ratchetConfig;
  if (plan === null) {
    if (ratchetConfig.problems.length === 0) {
      tell(terminal, 'There is no plan: "mypy-ratchet plan --help" shows how to write one.');
    }
    return EXIT.failed;
  }
  const read = await new BaselineStore(baselinePath).read();
  if (read.kind !== 'read') {
    tell(terminal, describeUnread(read));
    return EXIT.failed;
  }
  const progress = new Progress(terminal);
  const history = await readBaselineHistory(baselinePath, {
    storageFolder,
    version,
    onProgress: (done, of) => progress.count('commits of the baseline', done, of),
  });
  progress.clear();
  tellOfHistory(terminal, history);
  const { entries } = read.baseline;
  const now = { at: Date.now(), total: entries.length };
  terminal.out(FORMATS[format](holdAgainst(plan, history, now, countCategories(entries))));
  return EXIT.pass;
}

function describeUnread(read: Exclude<BaselineRead, { readonly kind: 'read' }>): string {
  return read.kind === 'absent'
    ? 'There is no baseline yet: "mypy-ratchet init" writes it.'
    : `The baseline could not be used: it is ${read.kind}. "mypy-ratchet status" says more.`;
}

function tellOfHistory(terminal: Terminal, history: BaselineHistory): void {
  if (history.kind !== 'read') tell(terminal, describeMissingHistory(history, ENGLISH));
  else if (history.missingPast !== null)
    tell(terminal, describeMissingPast(history.missingPast, ENGLISH));
}

function countCategories(entries: readonly BaselineEntry[]): ReadonlyMap<CategoryId, number> {
  const counts = new Map<CategoryId, number>();
  for (const { code, message } of entries) {
    const category = categorise(code, message);
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}

function tell(terminal: Terminal, sentence: string): void {
  terminal.err(`${visibleLines(sentence)}\n`);
}
