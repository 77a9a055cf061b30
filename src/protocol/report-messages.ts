import type { ProjectId, RequestDescriptor } from './messages.js';

/** A report as an HTML page that loads nothing, or why there is none. */
export type ReportPage =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'refused'; readonly message: string };

/** client → server, when the report is opened and whenever there is another result. */
export const ReportRequest: RequestDescriptor<{ project: ProjectId }, ReportPage> = {
  method: 'mypyRatchet/report',
};
