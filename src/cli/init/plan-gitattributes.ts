import { basename, dirname } from 'node:path/posix';
import { appendText } from './append-text.js';
import type { FilePlan } from './file-plan.js';
import { inRepository, MARKER, type SetUp } from './set-up.js';

/**
 * Lets branches that change the baseline merge without conflicts, and collapses it in reviews:
 * union keeps the lines of both sides, and what is too many is stale and goes at the next shrink.
 */
export function planGitattributes(
  present: string | null,
  setUp: Pick<SetUp, 'project' | 'baseline'>,
): FilePlan {
  const folder = dirname(setUp.baseline);
  const own = folder === '.' ? '.gitattributes' : `${folder}/.gitattributes`;
  const path = inRepository(setUp, own);
  const pattern = toPattern(basename(setUp.baseline));
  const line = `${pattern} merge=union linguist-generated=true\n`;
  if (present === null) return { kind: 'create', path, content: line };
  const lines = present.split(/\r?\n/).filter((text) => isFor(pattern, text));
  if (lines.some((text) => /\smerge=union(\s|$)/.test(text))) return { kind: 'unchanged', path };
  if (lines.length > 0) {
    const why = `it has a line for ${pattern} without merge=union`;
    return { kind: 'conflict', path, why };
  }
  return { kind: 'change', path, content: appendText(present, `${MARKER}\n${line}`, false) };
}

function isFor(pattern: string, line: string): boolean {
  const [first = ''] = line.trim().match(/^"(?:[^"\\]|\\.)*"|^\S+/) ?? [];
  return first === pattern || first === `/${pattern}` || first === `**/${pattern}`;
}

/** gitattributes(5): a pattern with spaces is quoted as in C; what globs is escaped. */
function toPattern(name: string): string {
  const literal = name.replace(/[*?[\\]/g, '\\$&').replace(/^[#!]/, '\\$&');
  return /[\s"]/.test(literal) ? JSON.stringify(literal) : literal;
}
