import { toIsoDate } from '../core/date/to-iso-date.js';
import { parsePolicy } from '../core/gate/parse-policy.js';
import { ENGLISH, type Language, phrase } from '../core/language/language.js';
import type { Report } from '../core/report/report.js';
import type { HistoryReading } from '../project/baseline-history.js';
import { readOutlookFacts } from '../project/outlook.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import { readBase } from '../project/read-base.js';
import { reportCheck } from '../project/report-check.js';
import {
  OPEN_REPORTED_PLACE_COMMAND,
  type ReportFormat,
  type ReportText,
} from '../protocol/report-messages.js';
import { countsCsv } from '../report/formats/csv.js';
import { jsonReport } from '../report/formats/json.js';
import { markdownComment } from '../report/formats/markdown.js';
import { burnDownSvg } from '../report/formats/svg.js';
import { burnDownOf } from '../report/plot/burn-down.js';
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
  /** Of what the person reads in the editor. */
  readonly language: Language;
}

/** What a report is asked for. */
export interface ReportWish {
  readonly format: ReportFormat | 'panel';
  /** What the branch is measured from; empty for the usual base. */
  readonly revision: string;
  /** Of Mypy Ratchet. */
  readonly version: string;
  /** As the editor knows it. */
  readonly project: string;
  /** Is told how far a history is that was never read. */
  readonly onProgress?: HistoryReading['onProgress'];
}

/** Files stay English, as the command line writes them. */
const FORMATS = {
  html: (report) => renderReportPage(report, ENGLISH),
  markdown: markdownComment,
  csv: countsCsv,
  json: jsonReport,
  svg: burnDownSvg,
} as const satisfies Readonly<Record<ReportFormat, (report: Report) => string>>;

const NOT_CHECKED = phrase('mypy has not checked the project yet.');
const NO_PLOT = phrase(
  'There is nothing to plot yet: the baseline has to be in two commits at least, or to have a plan.',
);

/** A project's report in the editor: the same page as the command line's. */
export class ReportHost {
  readonly #surroundings: ReportSurroundings;

  constructor(surroundings: ReportSurroundings) {
    this.#surroundings = surroundings;
  }

  /** Renders the last complete check. */
  async render(state: ProjectState, wish: ReportWish): Promise<ReportText> {
    const { format, revision, version, project, onProgress } = wish;
    const { result, stale } = state;
    const { baselines, env, storageFolder, language } = this.#surroundings;
    if (result === null) return { kind: 'refused', message: language.express(NOT_CHECKED) };
    // Rules and plan may have changed since the project was opened.
    const ratchetConfig = await readRatchetConfig(this.#surroundings.location.root);
    const location = { ...this.#surroundings.location, ratchetConfig };
    const [base, facts] = await Promise.all([
      readBase(location, revision, env, baselines),
      readOutlookFacts(location, { storageFolder, version, onProgress }),
    ]);
    const problems = stale === null ? state.problems : [stale, ...state.problems];
    const report = await reportCheck({ ...state, problems }, result, {
      location,
      policy: parsePolicy(location.ratchetConfig.gate).policy,
      base,
      today: toIsoDate(new Date()),
      version,
      facts,
      // A hundred thousand that are as they were would make a reader wait, and the page names none.
      listsAll: format === 'json',
      // A file is read elsewhere, where no command of the editor is.
      sourceLink:
        format === 'panel'
          ? { kind: 'command', command: OPEN_REPORTED_PLACE_COMMAND, project }
          : null,
    });
    if (format === 'svg' && burnDownOf(report, language) === null) {
      return { kind: 'refused', message: language.express(NO_PLOT) };
    }
    const text = format === 'panel' ? renderReportPage(report, language) : FORMATS[format](report);
    return { kind: 'text', text };
  }
}
