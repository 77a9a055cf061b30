import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Report } from '../../core/report/report.js';
import { renderReportPage } from '../../report/report-page.js';
import { githubAnnotations } from '../reporters/github.js';
import { gitlabCodeQuality } from '../reporters/gitlab.js';
import { jsonReport } from '../reporters/json.js';
import { junitXml } from '../reporters/junit.js';
import { markdownComment } from '../reporters/markdown.js';
import { sarifLog } from '../reporters/sarif.js';
import { textReport } from '../reporters/text.js';
import { visibleText } from '../reporters/visible-text.js';
import type { Terminal } from '../terminal.js';

const RENDERERS = {
  text: textReport,
  json: jsonReport,
  github: githubAnnotations,
  markdown: markdownComment,
  sarif: sarifLog,
  gitlab: gitlabCodeQuality,
  junit: junitXml,
  html: renderReportPage,
} as const satisfies Record<string, (report: Report, style: { colors: boolean }) => string>;

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

/** Writes a report in all formats that were asked for. */
export async function writeOutputs(
  report: Report,
  outputs: readonly Output[],
  terminal: Terminal,
): Promise<void> {
  for (const { format, file } of outputs) {
    const colors = file === null && terminal.hasColors;
    const text = RENDERERS[format](report, { colors });
    if (file === null) terminal.out(text);
    else await writeOutput(resolve(terminal.cwd, file), text);
  }
}

/** Reports are made anew each time, so one that is there is replaced: whole, or not at all. */
async function writeOutput(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, text);
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(RENDERERS, name);
}
