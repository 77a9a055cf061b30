import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { ENGLISH } from '../../core/language/language.js';
import type { Report } from '../../core/report/report.js';
import { visibleText } from '../../core/text/visible-text.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { SARIF_RESULTS, type SarifResults } from '../../report/formats/sarif/sarif-results.js';
import type { GateScope } from '../gate-run.js';
import type { Terminal } from '../terminal.js';
import { collect } from './collect.js';

/** What an output holds and how it looks; each format takes what concerns it. */
interface RenderStyle {
  readonly colors: boolean;
  readonly sarifResults: SarifResults;
}

type Render = (report: Report, style: RenderStyle) => string;

/** Loaded when they are asked for: a gate that prints text need not wait for the others. */
const RENDERERS = {
  text: async () => (await import('../../report/formats/text.js')).textReport,
  json: async () => (await import('../../report/formats/json.js')).jsonReport,
  github: async () => (await import('../../report/formats/github.js')).githubAnnotations,
  markdown: async () => (await import('../../report/formats/markdown.js')).markdownComment,
  sarif: async () => (await import('../../report/formats/sarif.js')).sarifLog,
  gitlab: async () => (await import('../../report/formats/gitlab.js')).gitlabCodeQuality,
  csv: async () => (await import('../../report/formats/csv.js')).countsCsv,
  junit: async () => (await import('../../report/formats/junit.js')).junitXml,
  svg: async () => (await import('../../report/formats/svg.js')).burnDownSvg,
  html: async () => {
    const { renderReportPage } = await import('../../report/report-page.js');
    return (report) => renderReportPage(report, ENGLISH);
  },
} as const satisfies Record<string, () => Promise<Render>>;

export type FormatName = keyof typeof RENDERERS;

/** One output: a format, and the file that it goes to; null for standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
  readonly sarifResults: SarifResults;
}

/** The options of every command that writes a report. */
export interface FormatOptions {
  readonly format: readonly string[];
  readonly sarifResults: SarifResults;
}

const FORMAT_HELP = `${Object.keys(RENDERERS).join(', ')}; with :FILE into a file; may be given again`;

/** Adds what says how a report is written. */
export function withFormatOptions(command: Command): Command {
  const sarifResults = command
    .createOption('--sarif-results <which>', 'what sarif holds; GitHub takes every result for new')
    .choices(SARIF_RESULTS)
    .default('all');
  return command
    .option('-f, --format <format[:file]>', FORMAT_HELP, collect, [])
    .addOption(sarifResults);
}

/** `text`, `sarif:out.sarif`, …; undefined for what is no format. */
function parseOutput(word: string, sarifResults: SarifResults): Output | undefined {
  const [, name = '', file] = /^(\w+)(?::(.+))?$/.exec(word) ?? [];
  return isFormat(name) ? { format: name, file: file ?? null, sarifResults } : undefined;
}

/** The outputs that were asked for, or the usual one; undefined, and told, when one is none. */
export function readOutputs(
  { format: words, sarifResults }: FormatOptions,
  terminal: Terminal,
  otherwise: FormatName = 'text',
): readonly Output[] | undefined {
  const outputs = words.map((word) => parseOutput(word, sarifResults));
  const at = outputs.indexOf(undefined);
  if (at >= 0) {
    terminal.err(`"${visibleText(words[at] ?? '')}" is no format. Formats: ${FORMAT_HELP}.\n`);
    return undefined;
  }
  const known = outputs.filter((output) => output !== undefined);
  return known.length > 0 ? known : [{ format: otherwise, file: null, sarifResults }];
}

/** How much a report must hold for its outputs. */
export function scopeOf(outputs: readonly Output[]): Pick<GateScope, 'outlook' | 'listsAll'> {
  return {
    outlook: outputs.some(({ format }) => format === 'html' || format === 'svg'),
    listsAll: outputs.some(
      ({ format, sarifResults }) =>
        format === 'json' || (format === 'sarif' && sarifResults === 'all'),
    ),
  };
}

/** Writes a report in all formats that were asked for. False, and told, when one was not written. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal,
): Promise<boolean> {
  let isWhole = true;
  for (const { format, file, sarifResults } of outputs) {
    const colors = file === null && terminal.hasColors;
    const render = await RENDERERS[format]();
    const text = render(report, { colors, sarifResults });
    if (file === null) {
      terminal.out(text);
      continue;
    }
    const why = await writeOutput(resolve(terminal.cwd, file), text);
    if (why === undefined) continue;
    isWhole = false;
    terminal.err(`${format}:${file} could not be written: ${why}\n`);
  }
  return isWhole;
}

/**
 * Reports are made anew each time, so one that is there is replaced: whole, or not at all. Gives
 * the reason when the system refuses.
 */
async function writeOutput(file: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(file, text);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(RENDERERS, name);
}
