import type { SourceLink } from '../../core/report/report.js';

const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The address of a line (1-based; 0 for the whole file) or null where there is none that is sure to
 * stay below the link: another scheme than https, or a path that leaves the folder.
 */
export function sourceUrl(link: SourceLink | null, path: string, line: number): string | null {
  if (link?.kind === 'command') return commandUrl(link, path, line);
  if (link === null || !URL.canParse(link.url)) return null;
  const base = new URL(link.url);
  if (base.protocol !== 'https:' || base.search !== '' || base.hash !== '') return null;
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
  // encodeURIComponent throws on half a pair.
  if (LONE_SURROGATE.test(path)) return null;
  const fragment = line > 0 ? `#L${line}` : '';
  return `${base.href.replace(/\/$/, '')}/${parts.map(encodeURIComponent).join('/')}${fragment}`;
}

/** https://code.visualstudio.com/api/extension-guides/command#command-uris */
function commandUrl(
  { command, project }: Extract<SourceLink, { kind: 'command' }>,
  path: string,
  line: number,
): string | null {
  if (LONE_SURROGATE.test(path)) return null;
  return `command:${command}?${encodeURIComponent(JSON.stringify([{ project, path, line }]))}`;
}
