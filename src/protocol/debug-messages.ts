import type { BaselinePresence } from '../core/baseline/baseline-presence.js';
import type { ShownAuthority } from '../core/check/check-run.js';
import type { RequestDescriptor } from './messages.js';
import type { Settings } from './settings.js';

/** A check that came to its end. */
export interface PastCheck {
  /** Epoch milliseconds. */
  readonly checkedAt: number;
  readonly durationMs: number;
  readonly authority: ShownAuthority;
  readonly errors: number;
}

/** All that decides what a project's check finds, for whoever looks into why it found that. */
export interface ProjectFacts {
  readonly name: string;
  /** Absolute paths. */
  readonly folder: string;
  readonly root: string;
  readonly repositoryRoot: string | null;
  /** mypy's configuration in words: its file, or why there is none. */
  readonly configuration: string;
  readonly baselinePath: string;
  readonly presence: BaselinePresence;
  /** The Python that runs mypy, and where it was found, in words; null before one was. */
  readonly interpreter: { readonly path: string; readonly origin: string } | null;
  /** `mypy 2.4.1, compiled, Python 3.11, linux`; null as above. */
  readonly mypy: string | null;
  readonly engine: string | null;
  readonly engineSetting: Settings['engine'];
  readonly engineWhy: string;
  /** As mypy gets them. */
  readonly args: readonly string[];
  readonly targets: readonly string[];
  /** The newest last. */
  readonly checks: readonly PastCheck[];
  /** One a line, with what is known of the cause. */
  readonly problems: readonly string[];
}

/** The server's process. */
export interface ServerFacts {
  readonly node: string;
  readonly memoryBytes: number;
  /** Absolute; mypy's private caches are in it. */
  readonly storageFolder: string;
  readonly projects: readonly ProjectFacts[];
}

/** client → server. */
export const FactsRequest: RequestDescriptor<null, ServerFacts> = { method: 'mypyRatchet/facts' };
