import type { Diagnostic } from 'vscode-languageserver';
import type { Log } from '../project/ports.js';
import type { ShownBranch } from '../protocol/branch-messages.js';
import type { CommandOutcome, ProjectSnapshot } from '../protocol/messages.js';

/** How a host reaches the editor. */
export interface HostPorts {
  readonly sendDiagnostics: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  readonly sendSnapshot: (snapshot: ProjectSnapshot) => void;
  readonly sendBranch: (branch: ShownBranch) => void;
  /** There is nothing to show for the folder any more. */
  readonly sendRemoved: () => void;
  readonly log: Log;
}

/** The folder of a project: a workspace folder, or one below it. */
export interface HostedFolder {
  readonly uri: string;
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** What comes of a command in a folder where nothing is checked. */
export const SWITCHED_OFF: CommandOutcome = {
  done: false,
  message: 'Mypy Ratchet is switched off in this folder.',
};
