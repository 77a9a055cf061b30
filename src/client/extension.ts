import { join } from 'node:path';
import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import { InterpreterChanged } from '../protocol/messages.js';
import { registerAgentTools } from './agent/agent-tools.js';
import { registerCommands } from './commands/register-commands.js';
import { SETTINGS } from './contributions.js';
import type { ServerLocation } from './language-client.js';
import { LanguageServer } from './language-server.js';
import { PythonExtension } from './python/python-extension.js';
import { StatusItem } from './status/status-item.js';
import { SnapshotStore } from './store.js';
import { CategoriesView } from './views/categories-view.js';
import { TreeChoices } from './views/tree-choices.js';

/**
 * Ends the server's process. The one variable of the module: VS Code waits for `deactivate` and not
 * for the context's subscriptions, and hands `deactivate` nothing.
 */
let stopServer: (() => Promise<void>) | undefined;

/** Puts the parts together. Awaits nothing, because the editor waits for it. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('Mypy Ratchet', { log: true });
  const store = new SnapshotStore();
  const python = new PythonExtension(log);
  const server = new LanguageServer(locateServer(context), {
    store,
    log,
    findInterpreter: (folderUri) => python.findInterpreter(Uri.parse(folderUri)),
  });
  const { sendRequest } = server;
  const choices = new TreeChoices(context.workspaceState);
  const view = new CategoriesView(store, sendRequest, choices);
  // mypy's configuration can load plugins, so checking a workspace runs its code.
  const startServer = async () => {
    if (workspace.isTrusted) await server.start();
  };
  stopServer = () => server.stop();
  context.subscriptions.push(
    log,
    view,
    new StatusItem(store),
    registerCommands(
      { store, sendRequest, log, choices, restartServer: startServer },
      python,
      context,
    ),
    registerAgentTools({ store, sendRequest }),
    python.onDidChange((folderUri) => server.sendNotification(InterpreterChanged, { folderUri })),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTINGS.focusOnNewErrors)) view.render();
    }),
    workspace.onDidGrantWorkspaceTrust(startServer),
  );
  void startServer();
}

export async function deactivate(): Promise<void> {
  await stopServer?.();
}

function locateServer(context: ExtensionContext): ServerLocation {
  return {
    module: context.asAbsolutePath(join('dist', 'server.js')),
    options: { storageFolder: join(context.globalStorageUri.fsPath, 'cache') },
  };
}
