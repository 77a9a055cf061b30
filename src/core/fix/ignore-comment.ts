/**
 * What a comment says about `type: ignore`, by the rules of Python's tokenizer and of mypy: it counts
 * at the start of the comment, or behind a type comment.
 */
export type IgnoreComment =
  | { readonly kind: 'none' }
  /** All errors are ignored. */
  | { readonly kind: 'bare'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'codes';
      readonly codes: readonly string[];
      readonly from: number;
      readonly to: number;
    }
  /** mypy refuses it, or would not read what is added. */
  | { readonly kind: 'invalid' };

/** A change within a comment: 0-based UTF-16 offsets from its `#`. */
export interface CommentEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

const IGNORE = /^#[ \t]*type:[ \t]*ignore(?![A-Za-z0-9\x80-\uffff])/;
const TYPE_COMMENT = /^#[ \t]*type:[ \t]*[^#]*/;
/** Sphinx takes such a comment for documentation, and only from its start. */
const DOCUMENTATION = /^#:/;
const TAG = /^(?:\s*\[([^\]#]*)\])?[ \t]*(?=#|$)/;

/** @param comment From its `#` to the end of the line. */
export function parseIgnoreComment(comment: string): IgnoreComment {
  const direct = IGNORE.exec(comment);
  if (direct !== null) return parseTag(comment, 0, direct[0].length);
  const typeComment = TYPE_COMMENT.exec(comment);
  if (typeComment === null) return { kind: 'none' };
  const start = typeComment[0].length;
  const behind = IGNORE.exec(comment.slice(start));
  return behind === null ? { kind: 'none' } : parseTag(comment, start, start + behind[0].length);
}

/** @param tagFrom Where what follows `ignore` starts. */
function parseTag(comment: string, from: number, tagFrom: number): IgnoreComment {
  const tag = TAG.exec(comment.slice(tagFrom));
  if (tag === null) return { kind: 'invalid' };
  const to = tagFrom + tag[0].trimEnd().length;
  const codes = (tag[1] ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  return codes.length === 0 ? { kind: 'bare', from, to } : { kind: 'codes', codes, from, to };
}

/** `# type: ignore[arg-type, index]`. */
export function formatIgnore(codes: readonly string[]): string {
  return `# type: ignore[${codes.join(', ')}]`;
}

/**
 * How a comment comes to ignore codes; null where it cannot, or does already.
 *
 * @param comment Empty where the line has none.
 */
export function addCodes(comment: string, codes: readonly string[]): CommentEdit | null {
  const wanted = [...new Set(codes)];
  if (comment === '') return { from: 0, to: 0, newText: `  ${formatIgnore(wanted)}` };
  const parsed = parseIgnoreComment(comment);
  switch (parsed.kind) {
    case 'bare':
    case 'invalid':
      return null;
    case 'codes': {
      const missing = wanted.filter((code) => !parsed.codes.includes(code));
      if (missing.length === 0) return null;
      const inside = comment.slice(0, comment.indexOf(']', parsed.from)).trimEnd();
      const separator = inside.endsWith(',') ? ' ' : ', ';
      return insertAt(inside.length, separator + missing.join(', '));
    }
    case 'none': {
      if (DOCUMENTATION.test(comment)) return null;
      if (!TYPE_COMMENT.test(comment)) return insertAt(0, `${formatIgnore(wanted)}  `);
      // A type comment has to stand first, and another comment behind it is mypy's end of the type.
      const type = TYPE_COMMENT.exec(comment)?.[0].trimEnd() ?? '';
      return insertAt(type.length, `  ${formatIgnore(wanted)}`);
    }
  }
}

/**
 * Takes codes out of a comment, all of it where none is left. Another comment behind it stays.
 *
 * @param unused The codes; null for all.
 * @param narrower What takes the place of an unused code, by that.
 */
export function removeCodes(
  comment: string,
  unused: readonly string[] | null,
  narrower: ReadonlyMap<string, readonly string[]> = new Map(),
): CommentEdit | null {
  const parsed = parseIgnoreComment(comment);
  if (parsed.kind === 'none' || parsed.kind === 'invalid') return null;
  const { from, to } = parsed;
  const codes = parsed.kind === 'codes' ? parsed.codes : [];
  const gone = unused ?? codes;
  if (gone.some((code) => !codes.includes(code))) return null;
  const left = codes.flatMap((code) => (gone.includes(code) ? (narrower.get(code) ?? []) : [code]));
  if (left.length > 0) return { from, to, newText: formatIgnore([...new Set(left)]) };
  const behind = comment.slice(to);
  const blanks = behind.length - behind.trimStart().length;
  if (from === 0) return { from, to: to + blanks, newText: '' };
  return { from: comment.slice(0, from).trimEnd().length, to, newText: '' };
}

/** Names the codes that a bare comment ignores. */
export function nameCodes(comment: string, codes: readonly string[]): CommentEdit | null {
  const parsed = parseIgnoreComment(comment);
  if (parsed.kind !== 'bare' || codes.length === 0) return null;
  return { from: parsed.from, to: parsed.to, newText: formatIgnore(codes) };
}

function insertAt(offset: number, newText: string): CommentEdit {
  return { from: offset, to: offset, newText };
}
