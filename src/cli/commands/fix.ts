import { type Command, InvalidArgumentError } from 'commander';
import { describeDropped, describeKind } from '../../core/fix/describe-proof.js';
import { countErrors, FIX_KINDS, type Fix, type FixKind } from '../../core/fix/fix.js';
import type { Proof } from '../../core/fix/proof.js';
import { ENGLISH } from '../../core/language/language.js';
import { formatCount } from '../../core/number/format-number.js';
import { visibleText } from '../../core/text/visible-text.js';
import { chooseKind, type FixPlan, listChoices, planFixes } from '../../project/fix/plan-fixes.js';
import { describeUnchecked, provePlan } from '../../project/fix/prove-plan.js';
import { writeFixes } from '../../project/fix/write-fixes.js';
import type { TrialPorts } from '../../project/ports.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type ProjectOptions, withProjectOptions } from '../options/project-options.js';
import {
  createSelection,
  type SelectionOptions,
  withSelectionOptions,
} from '../options/selection-options.js';
import { printProblems } from '../print-problems.js';
import type { Terminal } from '../terminal.js';

interface FixOptions extends ProjectOptions, SelectionOptions {
  readonly dryRun?: true;
}

/** Where the fixes are made. */
interface FixPlace {
  /** Absolute. */
  readonly root: string;
  readonly trials: TrialPorts;
  readonly terminal: Terminal;
}

const EXAMPLES = `
Kinds:
${FIX_KINDS.map((kind) => `  ${kind.padEnd(14)} ${describeKind(kind, ENGLISH)}`).join('\n')}

Examples:
  mypy-ratchet fix                            what could be fixed
  mypy-ratchet fix return-none --dry-run      what mypy proves, and what it does not
  mypy-ratchet fix optional --path app/legacy`;

/** Fixes hundreds of errors, each proved by mypy. */
export function defineFix(program: Command, context: CommandContext): void {
  const command = program
    .command('fix')
    .description('change the code where mypy proves that it helps: -> None, T | None, await, …')
    .argument('[kind]', 'what to do; without it, says what could be done', parseKind);
  withSelectionOptions(withProjectOptions(command), 'fix')
    .option('--dry-run', 'list the changes, and make none')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: FixKind | undefined, options: FixOptions) =>
      context.end(await runFix(kind, options, context)),
    );
}

function parseKind(word: string): FixKind {
  const kind = FIX_KINDS.find((known) => known === word);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Kinds are ${FIX_KINDS.join(', ')}.`);
}

function runFix(
  kind: FixKind | undefined,
  options: FixOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  return withProject(options, context, async (project, { root }) => {
    await project.check('command');
    const { state, preparation } = project;
    const trials = preparation?.trials ?? null;
    if (state.stale !== null || state.result === null || trials === null) {
      printProblems(state, terminal);
      return EXIT.failed;
    }
    const errors = state.result.reconciliation.errors.map(({ error }) => error);
    const plan = await planFixes(root, errors.filter(createSelection(options)), trials);
    if (kind === undefined) return listKinds(plan, terminal);
    const place = { root, trials, terminal };
    return fixKind(chooseKind(plan, kind), options.dryRun === true, place);
  });
}

function listKinds(plan: FixPlan, terminal: Terminal): ExitCode {
  const kinds = listChoices(plan);
  if (kinds.length === 0) terminal.out('There is no fix for any of these errors.\n');
  for (const { kind, errors } of kinds) {
    const count = formatCount(errors, 'error').padStart(14);
    terminal.out(`${kind.padEnd(14)} ${count}  ${describeKind(kind, ENGLISH)}\n`);
  }
  return EXIT.pass;
}

async function fixKind(
  plan: FixPlan,
  isDryRun: boolean,
  { root, trials, terminal }: FixPlace,
): Promise<ExitCode> {
  if (plan.fixes.length === 0) {
    terminal.out('There is no such fix for any of these errors.\n');
    return EXIT.pass;
  }
  const result = await provePlan(trials, plan, new AbortController().signal);
  if (result.kind === 'unchecked') {
    terminal.err(`${visibleText(describeUnchecked(result, ENGLISH))}\n`);
    return EXIT.failed;
  }
  printProof(result, isDryRun, terminal);
  if (isDryRun) return EXIT.pass;
  const { changed } = await writeFixes(root, plan, result.proved);
  for (const path of changed) {
    terminal.err(`${visibleText(path)} was changed meanwhile and left as it is.\n`);
  }
  return changed.length === 0 ? EXIT.pass : EXIT.failed;
}

function printProof({ proved, dropped }: Proof, isDryRun: boolean, terminal: Terminal): void {
  if (isDryRun) for (const fix of proved) terminal.out(`${describeFix(fix)}\n`);
  for (const one of dropped)
    terminal.out(`left out: ${visibleText(describeDropped(one, ENGLISH))}\n`);
  const files = new Set(proved.map(({ path }) => path)).size;
  const made = `${formatCount(proved.length, 'fix', 'fixes')} in ${formatCount(files, 'file')}`;
  const errors = formatCount(countErrors(proved), 'error is', 'errors are');
  terminal.out(
    proved.length === 0
      ? 'No fix makes its errors go away without new ones.\n'
      : `${made}. By mypy ${errors} gone with them, and none is new.\n`,
  );
}

function describeFix({ path, title, errors }: Fix): string {
  return visibleText(`${path}:${errors[0]?.start.line ?? 0}: ${ENGLISH.express(title)}`);
}
