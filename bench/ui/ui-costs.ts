import type { HistoryCosts } from '../history/measure-history.js';

/** What `npm run bench:ui -- --json` prints. Times are in milliseconds, medians of several rounds. */
export interface UiCosts {
  /** Errors of the project that was opened, all in its baseline. */
  readonly errors: number;
  /** The baseline's history from git: read for the first time, and again. */
  readonly history: HistoryCosts;
  readonly tree: TreeCosts;
  readonly panel: PanelCosts;
  readonly typing: TypingCosts;
  /** The targets that were missed, in words; empty when all were met. */
  readonly missed: readonly string[];
}

/** In the workbench, from the person's click to the frame that has the rows. */
export interface TreeCosts {
  /** The view is brought to the front. */
  readonly openMs: number;
  /** The rows are grouped another way. */
  readonly refreshMs: number;
  /** A row with a thousand files is opened. */
  readonly expandMs: number;
}

/** The report; a first paint is what Chromium calls first contentful paint. */
export interface PanelCosts {
  /** From a check's result to the text of the page. */
  readonly renderMs: number;
  /** From opening that text in a browser to its first paint. */
  readonly pageMs: number;
  /** From the person's click to the first paint in the workbench, with all that VS Code does before. */
  readonly workbenchMs: number;
}

/** From a key to the frame that shows it, in a file of 5,000 lines. */
export interface TypingCosts {
  readonly withExtension: KeyCosts;
  /** The same workbench with `mypyRatchet.enable` off. */
  readonly withoutExtension: KeyCosts;
}

export interface KeyCosts {
  /** While nothing else happens. */
  readonly calm: Latency;
  /** From a save on: mypy runs, and its result comes. */
  readonly afterSave: Latency;
}

export interface Latency {
  readonly medianMs: number;
  /** 95 of 100 are not slower. */
  readonly p95Ms: number;
}
