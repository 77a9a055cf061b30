import { Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Language } from '../../core/language/language.js';
import { messageOf } from '../../core/thrown/message-of.js';
import type { ProjectId } from '../../protocol/messages.js';
import { OPEN_REPORTED_PLACE_COMMAND, ReportRequest } from '../../protocol/report-messages.js';
import { REPORT_PANEL } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import { messagePage } from './message-page.js';

interface OpenPanel {
  readonly panel: WebviewPanel;
  /** Of the result that is shown, epoch milliseconds; null before the first. */
  shownAt: number | null;
}

/** The reports that are open, one a project, each of the last complete check. */
export class ReportPanels {
  readonly #panels = new Map<ProjectId, OpenPanel>();
  readonly #store: SnapshotStore;
  readonly #sendRequest: SendRequest;
  readonly #language: Language;
  readonly #subscription: { dispose(): void };

  constructor(store: SnapshotStore, sendRequest: SendRequest, language: Language) {
    this.#store = store;
    this.#sendRequest = sendRequest;
    this.#language = language;
    this.#subscription = store.onDidChange(() => this.#refresh());
  }

  /** Shows the report of a project, in the panel that it has already if it has one. */
  async show(project: ProjectId, name: string): Promise<void> {
    const open = this.#panels.get(project) ?? this.#create(project, name);
    open.panel.reveal();
    await this.#draw(project, open);
  }

  dispose(): void {
    this.#subscription.dispose();
    Disposable.from(...[...this.#panels.values()].map(({ panel }) => panel)).dispose();
  }

  #create(project: ProjectId, name: string): OpenPanel {
    const panel = window.createWebviewPanel(
      REPORT_PANEL,
      this.#language.say('{0}: Type Debt', name),
      ViewColumn.Active,
      // The page runs nothing and loads nothing; its links open the editor.
      {
        enableScripts: false,
        localResourceRoots: [],
        enableFindWidget: true,
        enableCommandUris: [OPEN_REPORTED_PLACE_COMMAND],
      },
    );
    panel.webview.html = messagePage(
      this.#language.say('The report is being made…'),
      this.#language,
    );
    const open = { panel, shownAt: null };
    this.#panels.set(project, open);
    panel.onDidDispose(() => this.#panels.delete(project));
    panel.onDidChangeViewState(() => this.#refresh());
    return open;
  }

  /** Draws anew what is seen and no longer the last result; what is hidden waits until it is seen. */
  #refresh(): void {
    for (const [project, open] of this.#panels) {
      const checkedAt = this.#store.find(project)?.result?.checkedAt ?? null;
      if (!open.panel.visible || checkedAt === null || checkedAt === open.shownAt) continue;
      void this.#draw(project, open);
    }
  }

  async #draw(project: ProjectId, open: OpenPanel): Promise<void> {
    open.shownAt = this.#store.find(project)?.result?.checkedAt ?? null;
    const html = await this.#renderOrSay(project);
    if (this.#panels.get(project) === open) open.panel.webview.html = html;
  }

  async #renderOrSay(project: ProjectId): Promise<string> {
    try {
      const report = await this.#sendRequest(ReportRequest, { project, format: 'panel' });
      return report.kind === 'text' ? report.text : messagePage(report.message, this.#language);
    } catch (error) {
      return messagePage(
        this.#language.say('The report could not be made: {0}', messageOf(error)),
        this.#language,
      );
    }
  }
}
