import { commands, Disposable, type ExtensionContext, window } from 'vscode';
import { messageOf } from '../../core/thrown/message-of.js';
import { COMMANDS, type CommandName } from '../contributions.js';
import type { DebugDocument } from '../debug/debug-document.js';
import { isFocusedOnNewErrors } from '../focus.js';
import type { Pythons } from '../python/pythons.js';
import type { ReportPanels } from '../report/report-panel.js';
import { createAcceptCommands } from './accept-commands.js';
import { createBaselineCommands } from './baseline-commands.js';
import { type BranchParts, createBranchCommands } from './branch-commands.js';
import { createCheckCommands } from './check-commands.js';
import type {
  CommandHandler,
  CommandHandlers,
  CommandSurroundings,
} from './command-surroundings.js';
import { createErrorCommands } from './error-commands.js';
import { createFixCommands } from './fix-commands.js';
import { createImportCommand } from './import-command.js';
import { createInstallCommand } from './install-command.js';
import { createInterpreterCommand } from './interpreter-command.js';
import { listMenuEntries } from './menu-entries.js';
import { createReportCommands } from './report-commands.js';
import { createSetUpCommand } from './set-up-command.js';
import { createTreeCommands } from './tree-commands.js';
import { createWalkthroughCommand } from './walkthrough-command.js';

/** Parts of the extension that some commands act on. */
export interface CommandParts {
  readonly pythons: Pythons;
  readonly debugDocument: DebugDocument;
  readonly branch: BranchParts;
  readonly panels: ReportPanels;
  readonly context: Pick<ExtensionContext, 'extension' | 'extensionPath'>;
}

/** Registers every command. A name without a handler does not compile. */
export function registerCommands(
  surroundings: CommandSurroundings,
  { pythons, debugDocument, branch, panels, context }: CommandParts,
): Disposable {
  const handlers: CommandHandlers<CommandName> = {
    ...createCheckCommands(surroundings),
    ...createBaselineCommands(surroundings),
    ...createAcceptCommands(surroundings),
    ...createErrorCommands(surroundings),
    ...createFixCommands(surroundings),
    ...createBranchCommands(surroundings, branch),
    ...createReportCommands(surroundings, panels),
    ...createImportCommand(surroundings),
    ...createInstallCommand(surroundings, pythons),
    manageTrust: async () => {
      await commands.executeCommand('workbench.trust.manage');
    },
    showDebugInformation: () => debugDocument.show(),
    ...createInterpreterCommand(surroundings, pythons),
    ...createTreeCommands(surroundings),
    ...createSetUpCommand(surroundings, context),
    ...createWalkthroughCommand(surroundings, context),
    showMenu: () => showMenu(surroundings),
  };
  const registered = listCommandNames().map((name) =>
    commands.registerCommand(COMMANDS[name], (argument: unknown) =>
      runCommand(surroundings, handlers[name], argument),
    ),
  );
  return Disposable.from(...registered);
}

/** Tells the person what failed; the log has the whole of it. */
async function runCommand(
  { log, language }: CommandSurroundings,
  handler: CommandHandler,
  argument: unknown,
): Promise<void> {
  try {
    await handler(argument);
  } catch (error: unknown) {
    log.error(error instanceof Error ? error : String(error));
    const message = messageOf(error);
    const chosen = await window.showErrorMessage(
      `Mypy Ratchet: ${message}`,
      language.say('Show Log'),
    );
    if (chosen !== undefined) log.show();
  }
}

async function showMenu({ store, language }: CommandSurroundings): Promise<void> {
  const entries = listMenuEntries(store.all, isFocusedOnNewErrors(), language);
  const chosen = await window.showQuickPick(entries, { title: 'Mypy Ratchet' });
  if (chosen === undefined) return;
  await commands.executeCommand(COMMANDS[chosen.command], chosen.project);
}

function listCommandNames(): readonly CommandName[] {
  const isName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
  return Object.keys(COMMANDS).filter(isName);
}
