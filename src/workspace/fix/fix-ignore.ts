import type { LocatedError } from '../../core/error/mypy-error.js';
import type { Fix, TextEdit } from '../../core/fix/fix.js';
import {
  addCodes,
  type CommentEdit,
  formatIgnore,
  nameCodes,
  removeCodes,
} from '../../core/fix/ignore-comment.js';
import { parseUnnamedCodes, parseUnusedIgnore } from '../../core/fix/suggestions.js';
import { type Phrase, phrase } from '../../core/language/language.js';
import { closest, type LineComment, type SourceTree } from './source-tree.js';

/** Errors that stop mypy, or are about the comments themselves: to ignore them makes no sense. */
const NEVER_IGNORED = new Set(['', 'syntax', 'unused-ignore', 'ignore-without-code']);

/** Errors that one comment would ignore, and the 1-based line that it stands on. */
export interface IgnoredLine {
  readonly line: number;
  readonly errors: readonly LocatedError[];
}

/** The lines on which comments would ignore errors; errors that no comment can ignore are left out. */
export function groupIgnored(
  tree: SourceTree,
  errors: readonly LocatedError[],
): readonly IgnoredLine[] {
  const byLine = new Map<number, LocatedError[]>();
  for (const error of errors) {
    const line = NEVER_IGNORED.has(error.code) ? undefined : findCommentLine(tree, error);
    if (line === undefined) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [error]);
    else known.push(error);
  }
  return [...byLine].map(([line, group]) => ({ line, errors: group }));
}

/**
 * The first line on which mypy honours a comment: that which it reports, and where an expression is
 * reported, any of its lines.
 */
function findCommentLine(tree: SourceTree, error: LocatedError): number | undefined {
  const { start, end } = error;
  if (start.line < 1) return undefined;
  const last = isStatement(tree, error) ? start.line : Math.max(start.line, end.line);
  for (let line = start.line; line <= Math.min(last, tree.lineCount); line++) {
    const comment = tree.commentOf(line);
    if (comment !== undefined) return comment.isAlone ? undefined : line;
  }
  return undefined;
}

/** Whether an error is about a definition, at its name, or about an import. */
function isStatement(tree: SourceTree, { range }: LocatedError): boolean {
  const node = tree.nodeAt(range);
  if (closest(node, 'ImportStatement') !== undefined) return true;
  const isName = node.name === 'VariableName' && node.nextSibling !== null;
  return isName && DEFINITIONS.has(node.parent?.name ?? '');
}

const DEFINITIONS = new Set(['FunctionDefinition', 'ClassDefinition']);

/** One comment for all the errors of a line. */
export function fixByIgnore(tree: SourceTree, { line, errors }: IgnoredLine): Fix | undefined {
  const [first] = errors;
  const comment = tree.commentOf(line);
  if (first === undefined || comment === undefined) return undefined;
  const codes = [...new Set(errors.map(({ code }) => code))].sort();
  const change = addCodes(comment.text, codes);
  if (change === null) return undefined;
  return {
    kind: 'ignore',
    title: phrase('Add "{0}"', formatIgnore(codes)),
    path: first.path,
    errors,
    edits: [editComment(tree, line, comment, change)],
    reach: { first: line, last: line },
    subject: '',
    isForMany: true,
  };
}

/** Takes an unused `type: ignore`, or what is unused of it, away. */
export function fixUnusedIgnore(tree: SourceTree, error: LocatedError): Fix | undefined {
  const unused = parseUnusedIgnore(error);
  if (unused === undefined) return undefined;
  const what = unused.codes === null ? '' : `[${unused.codes.join(', ')}]`;
  const title =
    unused.narrower.size > 0
      ? phrase('Narrow "type: ignore{0}"', what)
      : phrase('Remove unused "type: ignore{0}"', what);
  return fixComment(tree, error, 'unused-ignore', title, (comment) =>
    removeCodes(comment, unused.codes, unused.narrower),
  );
}

/** Names the codes that a bare `type: ignore` ignores. */
export function fixUnnamedCodes(tree: SourceTree, error: LocatedError): Fix | undefined {
  const codes = parseUnnamedCodes(error);
  if (codes === undefined) return undefined;
  const title = phrase('Name the codes: "{0}"', formatIgnore(codes));
  return fixComment(tree, error, 'name-codes', title, (comment) => nameCodes(comment, codes));
}

function fixComment(
  tree: SourceTree,
  error: LocatedError,
  kind: 'unused-ignore' | 'name-codes',
  title: Phrase,
  change: (comment: string) => CommentEdit | null,
): Fix | undefined {
  const { line } = error.start;
  const comment = tree.commentOf(line);
  const changed = comment && change(comment.text);
  if (comment === undefined || !changed) return undefined;
  return {
    kind,
    title,
    path: error.path,
    errors: [error],
    edits: [editComment(tree, line, comment, changed)],
    reach: { first: line, last: line },
    subject: '',
    isForMany: true,
  };
}

/** Where nothing is left of a comment, the blanks before it go too, and a line of its own does. */
function editComment(
  tree: SourceTree,
  line: number,
  { text, character, isAlone }: LineComment,
  { from, to, newText }: CommentEdit,
): TextEdit {
  const start = tree.offsetAt(line, character);
  const isAllGone = newText === '' && from === 0 && to === text.length && text !== '';
  if (!isAllGone) return tree.edit(start + from, start + to, newText);
  if (isAlone && line < tree.lineCount) {
    return tree.edit(tree.offsetAt(line, 0), tree.offsetAt(line + 1, 0), '');
  }
  const code = tree.lineText(line).slice(0, character).trimEnd().length;
  return tree.edit(tree.offsetAt(line, code), start + text.length, '');
}
