import type { ProjectId, RequestDescriptor } from './messages.js';

/** The texts that the server makes of a report; `svg` is the plot alone. */
export type ReportFormat = 'html' | 'markdown' | 'csv' | 'json' | 'svg';

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
  { project: ProjectId; format: ReportFormat | 'panel' },
  ReportText
> = { method: 'mypyRatchet/report' };

/** webview → extension. The page that draws the plot has drawn it, or could not. */
export type PictureMessage =
  | {
      readonly kind: 'drawn';
      /** The file, in Base64. */
      readonly png: string;
    }
  | { readonly kind: 'failed'; readonly why: string };
