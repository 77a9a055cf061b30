import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { formatNumber } from '../core/number/format-number.js';
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
    let reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
    const onProgress: HistoryReading['onProgress'] = (done, of) => {
      // Only what was never counted is read, so most reports show nothing.
      reporter ??= beginProgress(connection);
      if (done % SHOWN_COUNT !== 0) return;
      const counted = `${formatNumber(done)} of ${formatNumber(of)} commits`;
      void reporter.then((shown) => shown?.report(Math.round((100 * done) / of), counted));
    };
    try {
      return await hostOf(project).renderReport({ format, version, onProgress });
    } finally {
      void reporter?.then((shown) => shown?.done());
    }
  });
}

/** Undefined where the editor shows none: the report is made all the same. */
async function beginProgress({
  window,
}: Connection): Promise<WorkDoneProgressServerReporter | undefined> {
  try {
    const reporter = await window.createWorkDoneProgress();
    reporter.begin('Reading the history of the baseline', 0);
    return reporter;
  } catch {
    return undefined;
  }
}
