import { Uri, window, workspace } from 'vscode';
import type { ReportPanels } from '../report/report-panel.js';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

type ReportCommand = 'openReport' | 'exportReport';

/** Commands of the lead. */
export function createReportCommands(
  { store }: CommandSurroundings,
  panels: ReportPanels,
): CommandHandlers<ReportCommand> {
  return {
    openReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, ({ result }) => result !== null);
      if (snapshot !== undefined) await panels.show(snapshot.project, snapshot.name);
    },
    exportReport: async (argument) => {
      const snapshot = await chooseProject(store, argument, ({ result }) => result !== null);
      if (snapshot === undefined) return;
      const page = await panels.render(snapshot.project);
      if (page.kind === 'refused') {
        await window.showWarningMessage(page.message);
        return;
      }
      const target = await window.showSaveDialog({
        title: 'Export the report',
        defaultUri: Uri.joinPath(Uri.parse(snapshot.rootUri), 'type-debt.html'),
        filters: { HTML: ['html'] },
      });
      if (target !== undefined)
        await workspace.fs.writeFile(target, Buffer.from(page.html, 'utf8'));
    },
  };
}
