import { join } from 'node:path';
import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type LanguageOptions, openLanguage } from '../core/language/language.js';
import { CompareWithRequest } from '../protocol/branch-messages.js';
import { InterpreterChanged } from '../protocol/messages.js';
import { registerAgentTools } from './agent/agent-tools.js';
import { BASE_SCHEME, BaseFiles } from './branch/base-files.js';
import { BranchStore } from './branch/branch-store.js';
import { ComparedRevisions } from './branch/compared-revisions.js';
import { Comparisons } from './branch/comparisons.js';
import { registerCommands } from './commands/register-commands.js';
import { SETTINGS } from './contributions.js';
import { DebugDocument } from './debug/debug-document.js';
import { ExplorerDecorations } from './explorer/explorer-decorations.js';
import { readLanguage, readLocale } from './language/read-language.js';
import type { ServerLocation } from './language-client.js';
import { LanguageServer } from './language-server.js';
import { NeighbourQuestion } from './neighbours/neighbour-question.js';
import { readInherited } from './neighbours/read-settings.js';
import { Pythons } from './python/pythons.js';
import { ReportPanels } from './report/report-panel.js';
import { LanguageStatusView } from './status/language-status.js';
import { StatusItem } from './status/status-item.js';
import { SnapshotStore } from './store.js';
import { BranchView } from './views/branch-view.js';
import { CategoriesView } from './views/categories-view.js';
import { formatMoment } from './views/freshness-text.js';
import { TreeChoices } from './views/tree-choices.js';

/**
 * Ends the server's process. The one variable of the module: VS Code waits for `deactivate` and not
 * for the context's subscriptions, and hands `deactivate` nothing.
 */
let stopServer: (() => Promise<void>) | undefined;

/** Puts the parts together. Awaits nothing, because the editor waits for it. */
export function activate(context: ExtensionContext): void {
  const spoken = readLanguage();
  const language = openLanguage(spoken);
  const locale = readLocale();
  const formatTime = (time: number) => formatMoment(time, Date.now(), locale);
  const log = window.createOutputChannel('Mypy Ratchet', { log: true });
  const store = new SnapshotStore();
  const branches = new BranchStore(store);
  const pythons = new Pythons(log);
  const server = new LanguageServer(locateServer(context, spoken), {
    store,
    branches,
    log,
    language,
    inherit: (folderUri) => readInherited(Uri.parse(folderUri)),
    listPythons: (folderUri) => pythons.list(Uri.parse(folderUri)),
  });
  const { sendRequest } = server;
  const memory = context.workspaceState;
  const choices = new TreeChoices(memory, language);
  const view = new CategoriesView(store, sendRequest, choices, formatTime, language);
  const branchView = new BranchView(store, branches, sendRequest, memory, language);
  const comparisons = new Comparisons(
    store,
    new ComparedRevisions(memory),
    (params) => sendRequest(CompareWithRequest, params),
    (error) => log.error(String(error)),
  );
  const debugDocument = new DebugDocument(store, sendRequest, context);
  const panels = new ReportPanels(store, sendRequest, language);
  // mypy's configuration can load plugins, so checking a workspace runs its code.
  const startServer = () => server.start(workspace.isTrusted);
  // Asks other extensions, which in a workspace that nobody trusts have nothing to say to us.
  const followPythons = () => {
    context.subscriptions.push(
      pythons.onDidChange((folderUri) =>
        server.sendNotification(InterpreterChanged, { folderUri }),
      ),
    );
  };
  stopServer = () => server.stop();
  context.subscriptions.push(
    log,
    view,
    new StatusItem(store, formatTime, language),
    new LanguageStatusView(store, formatTime, language),
    new ExplorerDecorations(store, language),
    branchView,
    comparisons,
    workspace.registerTextDocumentContentProvider(BASE_SCHEME, new BaseFiles(sendRequest)),
    registerCommands(
      { store, sendRequest, log, choices, language, restartServer: startServer },
      {
        pythons,
        debugDocument,
        branch: { branches, comparisons, view: branchView },
        panels,
        context,
      },
    ),
    panels,
    debugDocument,
    new NeighbourQuestion(context.globalState, log, language),
    registerAgentTools({ store, sendRequest, language }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS.focusOnNewErrors)) view.render();
    }),
    workspace.onDidGrantWorkspaceTrust(() => {
      followPythons();
      void startServer();
    }),
  );
  if (workspace.isTrusted) followPythons();
  // In a turn of its own: VS Code waits for what is done in this one, and the client is a large module.
  const starting = setImmediate(startServer);
  context.subscriptions.push({ dispose: () => clearImmediate(starting) });
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}

function locateServer(context: ExtensionContext, language: LanguageOptions): ServerLocation {
  return {
    module: context.asAbsolutePath(join('dist', 'server.js')),
    options: { storageFolder: join(context.globalStorageUri.fsPath, 'cache'), language },
  };
}
