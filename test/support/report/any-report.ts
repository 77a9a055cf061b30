import type fc from 'fast-check';
import type { Report } from '../../../src/core/report/report.js';
import { anyReportParts, assembleReport } from './report-parts.js';

/** Reports of every shape, with paths, codes and messages that need care. */
export const anyReport: fc.Arbitrary<Report> = anyReportParts.map(assembleReport);
