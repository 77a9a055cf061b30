import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatNumber } from '../../core/number/format-number.js';
import { visibleLines, visibleText } from '../../core/text/visible-text.js';
import { type SizedCommit, sizeCommits } from '../../project/baseline-sizes.js';
import { locateProject } from '../../project/project-location.js';
import { readFileHistory } from '../../workspace/git/file-history.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';

interface HistoryOptions {
  readonly project: string;
  readonly baseline?: string;
  readonly since?: string;
  readonly json?: true;
}

/** What became of the baseline, commit by commit, from git alone. */
export function defineHistory(program: Command, context: CommandContext): void {
  program
    .command('history')
    .description("the baseline's size after each commit that changed it; mypy is not run")
    .option('-p, --project <folder>', 'the folder of the project', '.')
    .option('--baseline <file>', "the baseline file, relative to mypy's configuration")
    .option('--since <date>', 'as git understands it: 2026-01-01, "3 months ago"')
    .option('--json', 'as JSON, oldest first')
    .addHelpText('after', '\nExample:\n  mypy-ratchet history --since "6 months ago"')
    .action(async (options: HistoryOptions) => context.end(await runHistory(options, context)));
}

async function runHistory(
  { project, baseline = '', since = '', json }: HistoryOptions,
  { terminal }: CommandContext,
): Promise<ExitCode> {
  const settings = { configFile: '', baselineFile: baseline };
  const { baselinePath } = await locateProject(resolve(terminal.cwd, project), settings);
  const history = await readFileHistory(baselinePath);
  if (history.kind === 'failed') {
    terminal.err(`The history could not be read: ${visibleLines(history.detail)}\n`);
    return EXIT.failed;
  }
  if (history.commits.length === 0) {
    terminal.err('The baseline is in no commit yet.\n');
    return EXIT.failed;
  }
  const rows = await selectSince(sizeCommits(history.commits), baselinePath, since);
  if (rows === undefined) {
    terminal.err(`git does not understand the date "${visibleText(since)}".\n`);
    return EXIT.failed;
  }
  terminal.out(json === true ? toJson(rows) : rows.map(toLine).join(''));
  return EXIT.pass;
}

/** The size needs the whole history, so git is asked a second time which commits are meant. */
async function selectSince(
  rows: readonly SizedCommit[],
  file: string,
  since: string,
): Promise<readonly SizedCommit[] | undefined> {
  if (since === '') return rows;
  const recent = await readFileHistory(file, since);
  if (recent.kind === 'failed') return undefined;
  const wanted = new Set(recent.commits.map(({ commit }) => commit));
  return rows.filter(({ commit }) => wanted.has(commit));
}

function toLine({ at, total, added, removed, commit, author, subject }: SizedCommit): string {
  const date = new Date(at).toISOString().slice(0, 10);
  const change = `+${added} −${removed}`.padEnd(12);
  const size = formatNumber(total).padStart(7);
  return `${date} ${size}  ${change} ${commit.slice(0, 10)} ${visibleText(author)}: ${visibleText(subject)}\n`;
}

function toJson(rows: readonly SizedCommit[]): string {
  const points = rows.map(({ commit, at, total, added, removed, author, subject }) => ({
    commit,
    at: new Date(at).toISOString(),
    total,
    added,
    removed,
    author,
    subject,
  }));
  return `${JSON.stringify(points, null, 2)}\n`;
}
