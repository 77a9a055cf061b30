import { createHash } from 'node:crypto';

/** A policy under which a page has one inline style sheet and loads or runs nothing at all. */
export function contentSecurityPolicy(styleSheet: string): string {
  const hash = createHash('sha256').update(styleSheet, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
