import type { Diagnostic } from 'vscode-languageserver';
import { type Language, phrase } from '../core/language/language.js';
import type { Log } from '../project/ports.js';
import type { ShownBranch } from '../protocol/branch-messages.js';
import type { ProjectSnapshot, ShownActivity } from '../protocol/messages.js';

/** What is to be shown of a file. Made when it is sent: to keep it for all files would be a burden. */
export interface DiagnosticList {
  readonly size: number;
  make(): readonly Diagnostic[];
}

/** How a host reaches the editor. */
export interface HostPorts {
  readonly sendDiagnostics: (uri: string, diagnostics: DiagnosticList) => void;
  readonly sendSnapshot: (snapshot: ProjectSnapshot) => void;
  /** For a project whose snapshot was sent. */
  readonly sendActivity: (activity: ShownActivity) => void;
  readonly sendBranch: (branch: ShownBranch) => void;
  /** There is nothing to show for the folder any more. */
  readonly sendRemoved: () => void;
  /** In which the person is told things. */
  readonly language: Language;
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
export const SWITCHED_OFF = phrase('Mypy Ratchet is switched off in this folder.');
