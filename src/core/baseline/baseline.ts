import type { Phrase } from '../language/language.js';
/** The environment that decides which errors mypy finds; written in the baseline's header. */
export interface BaselineEnvironment {
  /** mypy's full version, `2.4.1`. */
  readonly mypy: string;
  /** Python's `major.minor`. */
  readonly python: string;
  /** `sys.platform`. */
  readonly platform: string;
  /** Hash of mypy's configuration and of the arguments that change its verdict. */
  readonly config: string;
  /** What mypy was told to check; empty when the configuration says it. */
  readonly targets: readonly string[];
}

/** Why and until when somebody accepted an error on purpose. */
export interface Acceptance {
  readonly reason?: string;
  /** ISO date, `2026-12-31`: the last day on which the acceptance holds. */
  readonly expires?: string;
}

/** One tolerated error. Equal entries stand once for each error. */
export interface BaselineEntry {
  readonly path: string;
  readonly code: string;
  readonly scope: string;
  readonly message: string;
  readonly text: string;
  readonly acceptance?: Acceptance;
}

/** The errors a team tolerates, in the order of the file. */
export interface Baseline {
  readonly environment: BaselineEnvironment;
  readonly entries: readonly BaselineEntry[];
}

/** A header with its line as it stands in the file, without its line feed. */
export interface BaselineHeader {
  readonly environment: BaselineEnvironment;
  readonly line: string;
}

/** A baseline file that was understood, with the lines as they stand in it. */
export interface ReadBaseline {
  readonly kind: 'read';
  readonly baseline: Baseline;
  /** The file's text, byte for byte but for its encoding. */
  readonly content: string;
  /** The line of the header that counts: of several that with the newest mypy, until one is chosen. */
  readonly header: string;
  /** All of them, in the order of the file: one, unless a union merge left more. */
  readonly headers: readonly BaselineHeader[];
  /** For each entry, the line as it stands in the file, without its line feed. */
  readonly lines: readonly string[];
  /** 1-based lines of headers beyond the first, as git's `merge=union` leaves them. */
  readonly doubledHeaders: readonly number[];
}

/**
 * What stands in a baseline file. Only `absent` may be written without asking, only `read` may be
 * changed: each of the others is somebody's work that we do not understand.
 */
export type BaselineRead =
  | { readonly kind: 'absent' }
  | ReadBaseline
  /** The file is there and the system refuses to give it, or it is not UTF-8. */
  | { readonly kind: 'unreadable'; readonly detail: Phrase }
  /** `line` is 1-based. */
  | { readonly kind: 'malformed'; readonly line: number; readonly detail: Phrase }
  /** git's conflict markers stand in it; `line` (1-based) is the first of them. */
  | { readonly kind: 'conflicted'; readonly line: number; readonly content: string }
  | { readonly kind: 'newer'; readonly version: number };
