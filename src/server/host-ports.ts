import type { Diagnostic } from 'vscode-languageserver';
import type { Log } from '../project/ports.js';
import type { ShownBranch } from '../protocol/branch-messages.js';
import type { ProjectSnapshot } from '../protocol/messages.js';

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
