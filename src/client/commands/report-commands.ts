import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { ProjectSnapshot } from '../../protocol/messages.js';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  ReportRequest,
} from '../../protocol/report-messages.js';
import { uriOf } from '../project-uri.js';
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

const KINDS: Readonly<Record<ExportFormat, ExportKind>> = {
  html: {
    label: 'HTML',
    detail: 'One page with tables and plot, to be read anywhere',
    extension: 'html',
  },
  markdown: { label: 'Markdown', detail: 'For a pull request or a wiki', extension: 'md' },
  csv: { label: 'CSV', detail: 'The counts, for a spreadsheet', extension: 'csv' },
  json: { label: 'JSON', detail: 'Everything, for a program', extension: 'json' },
};

/** Commands of the lead. */
export function createReportCommands(
  surroundings: CommandSurroundings,
  panels: ReportPanels,
): CommandHandlers<ReportCommand> {
  const { store } = surroundings;
  const hasResult = ({ result }: ProjectSnapshot) => result !== null;
  return {
    openReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, hasResult);
      if (snapshot !== undefined) await panels.show(snapshot.project, snapshot.name);
    },
    exportReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, hasResult);
      const format = snapshot && (await pickFormat());
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

async function pickFormat(): Promise<ExportFormat | undefined> {
  const items = EXPORT_FORMATS.map((format): QuickPickItem & { format: ExportFormat } => {
    const { label, detail } = KINDS[format];
    return { format, label, detail };
  });
  return (await window.showQuickPick(items, { title: 'Export the report as' }))?.format;
}

async function exportReport(
  { sendRequest }: CommandSurroundings,
  { project, rootUri }: ProjectSnapshot,
  format: ExportFormat,
): Promise<void> {
  const report = await sendRequest(ReportRequest, { project, format });
  if (report.kind === 'refused') {
    await window.showWarningMessage(report.message);
    return;
  }
  const { label, extension } = KINDS[format];
  const target = await window.showSaveDialog({
    title: 'Export the report',
    defaultUri: Uri.joinPath(Uri.parse(rootUri), `type-debt.${extension}`),
    filters: { [label]: [extension] },
  });
  if (target !== undefined) await workspace.fs.writeFile(target, Buffer.from(report.text, 'utf8'));
}
