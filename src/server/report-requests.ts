import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Language } from '../core/language/language.js';
import type { HistoryReading } from '../project/baseline-history.js';
import type { ProjectId } from '../protocol/messages.js';
import { ReportRequest } from '../protocol/report-messages.js';
import { onRequest } from './endpoints.js';
import type { ProjectHost } from './project-host.js';

/** How often a count is shown anew. */
const SHOWN_COUNT = 25;

/** Answers the editor with reports, and shows in it how far a long history is read. */
export function listenToReportRequests(
  connection: Connection,
  version: string,
  hostOf: (project: ProjectId) => ProjectHost,
): void {
  onRequest(connection, ReportRequest, async ({ project, format }) => {
    const host = hostOf(project);
    const { language } = host;
    let reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
    const onProgress: HistoryReading['onProgress'] = (done, of) => {
      // Only what was never counted is read, so most reports show nothing.
      reporter ??= beginProgress(connection, language);
      if (done % SHOWN_COUNT !== 0) return;
      const counted = language.say(
        '{0} of {1} commits',
        language.number(done),
        language.number(of),
      );
      void reporter.then((shown) => shown?.report(Math.round((100 * done) / of), counted));
    };
    try {
      return await host.renderReport({ format, version, onProgress });
    } finally {
      void reporter?.then((shown) => shown?.done());
    }
  });
}

/** Undefined where the editor shows none: the report is made all the same. */
async function beginProgress(
  { window }: Connection,
  language: Language,
): Promise<WorkDoneProgressServerReporter | undefined> {
  try {
    const reporter = await window.createWorkDoneProgress();
    reporter.begin(language.say('Reading the history of the baseline'), 0);
    return reporter;
  } catch {
    return undefined;
  }
}
