import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Report } from '../../core/report/report.js';
import { messageOf } from '../../core/thrown/message-of.js';
import type { GateScope } from '../gate-run.js';
import { visibleText } from '../reporters/visible-text.js';
import type { Terminal } from '../terminal.js';

type Render = (report: Report, style: { readonly colors: boolean }) => string;

/** Loaded when they are asked for: a gate that prints text need not wait for the others. */
const RENDERERS = {
  text: async () => (await import('../reporters/text.js')).textReport,
  json: async () => (await import('../reporters/json.js')).jsonReport,
  github: async () => (await import('../reporters/github.js')).githubAnnotations,
  markdown: async () => (await import('../reporters/markdown.js')).markdownComment,
  sarif: async () => (await import('../reporters/sarif.js')).sarifLog,
  gitlab: async () => (await import('../reporters/gitlab.js')).gitlabCodeQuality,
  junit: async () => (await import('../reporters/junit.js')).junitXml,
  html: async () => (await import('../../report/report-page.js')).renderReportPage,
} as const satisfies Record<string, () => Promise<Render>>;

export type FormatName = keyof typeof RENDERERS;

/** One output: a format, and the file that it goes to; null for standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
}

/** For the help of `--format`. */
export const FORMAT_HELP = `${Object.keys(RENDERERS).join(', ')}; with :FILE into a file; may be given again`;

/** `text`, `sarif:out.sarif`, …; undefined for what is no format. */
function parseOutput(word: string): Output | undefined {
  const [, name = '', file] = /^(\w+)(?::(.+))?$/.exec(word) ?? [];
  return isFormat(name) ? { format: name, file: file ?? null } : undefined;
}

/** The outputs that were asked for, or the usual one; undefined, and told, when one is none. */
export function readOutputs(
  words: readonly string[],
  terminal: Terminal,
  otherwise: FormatName = 'text',
): readonly Output[] | undefined {
  const outputs = words.map(parseOutput);
  const at = outputs.indexOf(undefined);
  if (at >= 0) {
    terminal.err(`"${visibleText(words[at] ?? '')}" is no format. Formats: ${FORMAT_HELP}.\n`);
    return undefined;
  }
  const known = outputs.filter((output) => output !== undefined);
  return known.length > 0 ? known : [{ format: otherwise, file: null }];
}

/** How much a report must hold for its outputs. */
export function scopeOf(outputs: readonly Output[]): Pick<GateScope, 'trend' | 'listsAll'> {
  const has = (...names: readonly FormatName[]) =>
    outputs.some(({ format }) => names.includes(format));
  return { trend: has('html'), listsAll: has('json', 'sarif') };
}

/** Writes a report in all formats that were asked for. False, and told, when one was not written. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal,
): Promise<boolean> {
  let isWhole = true;
  for (const { format, file } of outputs) {
    const colors = file === null && terminal.hasColors;
    const render = await RENDERERS[format]();
    const text = render(report, { colors });
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
