import { posix } from 'node:path';
import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import { type ReportFormat, ReportRequest } from '../../protocol/report-messages.js';
import { uriOf } from '../project-uri.js';
import { drawPicture } from '../report/draw-picture.js';
import type { ReportPanels } from '../report/report-panel.js';
import { chooseProject } from './choose-project.js';
import { isReportedPlace } from './command-arguments.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';
import { openPlace, startOfLine } from './open-place.js';

type ReportCommand = 'openReport' | 'exportReport' | 'openReportedPlace';

interface ExportKind {
  readonly label: string;
  readonly detail: string;
  /** Of the file's name. */
  readonly extension: string;
}

/** What a report can be exported as: a text of the server's, or a picture that is drawn here. */
type ExportFormat = ReportFormat | 'png';

const FORMATS: readonly ExportFormat[] = ['html', 'markdown', 'csv', 'json', 'png', 'svg'];

/** Commands of the lead. */
export function createReportCommands(
  surroundings: CommandSurroundings,
  panels: ReportPanels,
): CommandHandlers<ReportCommand> {
  const { store, language } = surroundings;
  const hasResult = ({ result }: ProjectSnapshot) => result !== null;
  return {
    openReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, hasResult);
      if (snapshot !== undefined) await panels.show(snapshot.project, snapshot.name);
    },
    exportReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, language, hasResult);
      const format = snapshot && (await pickFormat(language));
      if (snapshot !== undefined && format !== undefined)
        await exportReport(surroundings, snapshot, format);
    },
    openReportedPlace: async (argument) => {
      if (!isReportedPlace(argument)) return;
      const snapshot = store.find(argument.project);
      if (snapshot === undefined) return;
      await openPlace(uriOf(snapshot, argument.path), startOfLine(Math.max(argument.line, 1)));
    },
  };
}

async function pickFormat(language: Language): Promise<ExportFormat | undefined> {
  const items = FORMATS.map((format): QuickPickItem & { format: ExportFormat } => {
    const { label, detail } = kindOf(format, language);
    return { format, label, detail };
  });
  const title = language.say('Export the report as');
  return (await window.showQuickPick(items, { title }))?.format;
}

async function exportReport(
  { sendRequest, language }: CommandSurroundings,
  { project, rootUri }: ProjectSnapshot,
  format: ExportFormat,
): Promise<void> {
  const text = await sendRequest(ReportRequest, {
    project,
    format: format === 'png' ? 'svg' : format,
  });
  if (text.kind === 'refused') {
    await window.showWarningMessage(text.message);
    return;
  }
  const { label, extension } = kindOf(format, language);
  const target = await window.showSaveDialog({
    title: language.say('Export the report'),
    defaultUri: Uri.joinPath(Uri.parse(rootUri), `type-debt.${extension}`),
    filters: { [label]: [extension] },
  });
  if (target === undefined) return;
  const content =
    format === 'png' ? await drawPicture(text.text, language) : Buffer.from(text.text, 'utf8');
  await workspace.fs.writeFile(target, content);
  const chosen = await window.showInformationMessage(
    language.say('{0} written.', posix.basename(target.path)),
    language.say('Open'),
  );
  if (chosen !== undefined) await commands.executeCommand('vscode.open', target);
}

function kindOf(format: ExportFormat, { say }: Language): ExportKind {
  switch (format) {
    case 'html':
      return {
        label: 'HTML',
        detail: say('One page with tables and plot, to be read anywhere'),
        extension: 'html',
      };
    case 'markdown':
      return { label: 'Markdown', detail: say('For a pull request or a wiki'), extension: 'md' };
    case 'csv':
      return { label: 'CSV', detail: say('The counts, for a spreadsheet'), extension: 'csv' };
    case 'json':
      return { label: 'JSON', detail: say('Everything, for a program'), extension: 'json' };
    case 'png':
      return { label: 'PNG', detail: say('The plot over time, for a slide'), extension: 'png' };
    case 'svg':
      return { label: 'SVG', detail: say('The plot over time, in any size'), extension: 'svg' };
  }
}
