import { toIsoDate } from '../core/date/to-iso-date.js';
import { parsePolicy } from '../core/gate/parse-policy.js';
import { readOutlookFacts } from '../project/outlook.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import { readBase } from '../project/read-base.js';
import { reportCheck } from '../project/report-check.js';
import type { ReportPage } from '../protocol/report-messages.js';
import { renderReportPage } from '../report/report-page.js';
import type { BaselineMemory } from '../workspace/baseline-store/baseline-memory.js';
import { readRatchetConfig } from '../workspace/ratchet-config/ratchet-config.js';

/** Where a report is made. */
export interface ReportSurroundings {
  readonly location: ProjectLocation;
  readonly baselines: BaselineMemory;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; outside the project, where the history that was read is kept. */
  readonly storageFolder: string;
}

/** A project's report in the editor: the same page as the command line's. */
export class ReportHost {
  readonly #surroundings: ReportSurroundings;

  constructor(surroundings: ReportSurroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * Renders the last complete check.
   *
   * @param revision What the branch is measured from; empty for the usual base.
   * @param version Of Mypy Ratchet.
   */
  async render(state: ProjectState, revision: string, version: string): Promise<ReportPage> {
    const { result, stale } = state;
    if (result === null)
      return { kind: 'refused', message: 'mypy has not checked the project yet.' };
    const { baselines, env, storageFolder } = this.#surroundings;
    // Rules and plan may have changed since the project was opened.
    const ratchetConfig = await readRatchetConfig(this.#surroundings.location.root);
    const location = { ...this.#surroundings.location, ratchetConfig };
    const [base, facts] = await Promise.all([
      readBase(location, revision, env, baselines),
      readOutlookFacts(location, { storageFolder, version }),
    ]);
    const problems = stale === null ? state.problems : [stale, ...state.problems];
    const report = await reportCheck({ ...state, problems }, result, {
      location,
      policy: parsePolicy(location.ratchetConfig.gate).policy,
      base,
      today: toIsoDate(new Date()),
      version,
      facts,
      sourceLink: null,
    });
    return { kind: 'page', html: renderReportPage(report) };
  }
}
