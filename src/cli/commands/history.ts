import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  describeMissingHistory,
  describeMissingPast,
} from '../../core/history/describe-history.js';
import type { HistoryPoint } from '../../core/history/history-point.js';
import { ENGLISH } from '../../core/language/language.js';
import { visibleLines } from '../../core/text/visible-text.js';
import { readBaselineHistory } from '../../project/baseline-history.js';
import { locateProject } from '../../project/project-location.js';
import { historyCsv, historyJson, historyText } from '../../report/formats/history-rows.js';
import { readGitDate } from '../../workspace/git/git-date.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { Progress } from '../progress.js';

const FORMATS = { text: historyText, json: historyJson, csv: historyCsv } as const;

interface HistoryOptions {
  readonly project: string;
  readonly baseline?: string;
  readonly since?: string;
  readonly format: keyof typeof FORMATS;
  readonly json?: true;
}

/** What became of the baseline, commit by commit, from git alone. */
export function defineHistory(program: Command, context: CommandContext): void {
  const command = program.command('history');
  const format = command
    .createOption('-f, --format <format>', 'how it is written, oldest first')
    .choices(Object.keys(FORMATS))
    .default('text');
  command
    .description("the baseline's size after each commit that changed it; mypy is not run")
    .option('-p, --project <folder>', 'the folder of the project', '.')
    .option('--baseline <file>', "the baseline file, relative to mypy's configuration")
    .option('--since <date>', 'as git understands it: 2026-01-01, "3 months ago"')
    .addOption(format)
    .option('--json', 'the same as --format json')
    .addHelpText('after', '\nExample:\n  mypy-ratchet history --since "6 months ago"')
    .action(async (options: HistoryOptions) => context.end(await runHistory(options, context)));
}

async function runHistory(
  { project, baseline = '', since = '', format, json }: HistoryOptions,
  { terminal, surroundings, version }: CommandContext,
): Promise<ExitCode> {
  const settings = { configFile: '', baselineFile: baseline };
  const { baselinePath } = await locateProject(resolve(terminal.cwd, project), settings);
  const progress = new Progress(terminal);
  const history = await readBaselineHistory(baselinePath, {
    storageFolder: surroundings.storageFolder,
    version,
    onProgress: (done, of) => progress.count('commits of the baseline', done, of),
  });
  progress.clear();
  if (history.kind !== 'read') {
    terminal.err(`${visibleLines(describeMissingHistory(history, ENGLISH))}\n`);
    return EXIT.failed;
  }
  const { missingPast } = history;
  if (missingPast !== null) terminal.err(`${describeMissingPast(missingPast, ENGLISH)}\n`);
  const points = await selectSince(history.points, baselinePath, since);
  terminal.out(FORMATS[json === true ? 'json' : format](points));
  return EXIT.pass;
}

async function selectSince(
  points: readonly HistoryPoint[],
  file: string,
  since: string,
): Promise<readonly HistoryPoint[]> {
  if (since === '') return points;
  const from = await readGitDate(dirname(file), since);
  return from === undefined ? points : points.filter(({ at }) => at >= from);
}
