import type { LogOutputChannel } from 'vscode';
import type { Language } from '../../core/language/language.js';
import type { CommandName } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import type { SnapshotStore } from '../store.js';
import type { TreeChoices } from '../views/tree-choices.js';

/** What the commands act on. */
export interface CommandSurroundings {
  readonly store: SnapshotStore;
  readonly sendRequest: SendRequest;
  readonly log: LogOutputChannel;
  readonly choices: TreeChoices;
  readonly language: Language;
  /** Starts the language server anew, also one that failed to start. */
  readonly restartServer: () => Promise<void>;
}

/** Runs a command. `argument` is what the caller passed: a row, a project, an error or nothing. */
export type CommandHandler = (argument: unknown) => Promise<void>;

/** Some of the commands, by name. */
export type CommandHandlers<Name extends CommandName> = Readonly<Record<Name, CommandHandler>>;
