import type { Report } from '../../core/report/report.js';

/** A path of the report as the repository has it; one outside the project stays absolute. */
export function repositoryPath({ prefix }: Pick<Report, 'prefix'>, path: string): string {
  return prefix === '' || isAbsolute(path) ? path : `${prefix}/${path}`;
}

/** Whether a `/`-separated path starts at a root or at a Windows drive. */
export function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(path);
}
