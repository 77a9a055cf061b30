import type { ProjectId, RequestDescriptor } from './messages.js';

/** What a report can be exported as. */
export const EXPORT_FORMATS = ['html', 'markdown', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A report as text, or why there is none. */
export type ReportText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** What a link in the panel's page hands to {@link OPEN_REPORTED_PLACE_COMMAND}. */
export interface ReportedPlace {
  readonly project: ProjectId;
  /** Relative to the project's root. */
  readonly path: string;
  /** 1-based; 0 for the whole file. */
  readonly line: number;
}

export const OPEN_REPORTED_PLACE_COMMAND = 'mypyRatchet.openReportedPlace';

/**
 * client → server, when the report is opened, exported, and whenever there is another result. The
 * `panel` is the HTML page with links that open the editor.
 */
export const ReportRequest: RequestDescriptor<
  { project: ProjectId; format: ExportFormat | 'panel' },
  ReportText
> = { method: 'mypyRatchet/report' };
