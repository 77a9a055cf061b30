/** Whether a path from the top of the repository, `/`-separated, is meant. */
export type PathTest = (path: string) => boolean;

/**
 * A pattern of CODEOWNERS. The rules are those of .gitignore but for what GitHub leaves out, and for
 * one: `docs/*` is of the files in `docs` alone, not of those in its folders. Undefined for a pattern
 * that GitHub does not take.
 */
export function compilePattern(pattern: string): PathTest | undefined {
  if (/^!|[[\]]/.test(pattern)) return undefined;
  const body = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (body === '') return undefined;
  const names = body.split('/');
  // A slash at the start or within binds a pattern to the top.
  const isBound = pattern.startsWith('/') || names.length > 1;
  const parts: Part[] = [
    ...(isBound ? [] : [ANY_FOLDERS]),
    ...names.map((name) => (name === '**' ? ANY_FOLDERS : parseName(name))),
    ...endOf(names, pattern.endsWith('/')),
  ];
  return (path) =>
    matchAll(parts, path.split('/'), isAnyFolders, (part, name) =>
      part === ANY_FOLDERS ? false : matchAll(part, [...name], isAny, isCharacter),
    );
}

/** What may stand within a name: any characters, any one character, or this one. */
type Token = typeof ANY | typeof ONE | { readonly character: string };

/** A part of a path: any folders, or a name. */
type Part = typeof ANY_FOLDERS | readonly Token[];

const ANY = 'any' as const;
const ONE = 'one' as const;
const ANY_FOLDERS = 'any-folders' as const;

function parseName(name: string): readonly Token[] {
  return (name.match(/\\.|\*+|./gsu) ?? []).map((text): Token => {
    if (text.startsWith('*')) return ANY;
    if (text === '?') return ONE;
    return { character: text.length > 1 && text.startsWith('\\') ? text.slice(1) : text };
  });
}

/** What may follow a pattern: all that is in a folder of that name. */
function endOf(names: readonly string[], isFolder: boolean): readonly Part[] {
  const last = names.at(-1);
  if (isFolder && last === '**') return [[ANY], [ANY], ANY_FOLDERS];
  if (isFolder || last === '**') return [[ANY], ANY_FOLDERS];
  // What ends in a star of its own names files.
  return last === '*' && names.length > 1 ? [] : [ANY_FOLDERS];
}

function isAnyFolders(part: Part): boolean {
  return part === ANY_FOLDERS;
}

function isAny(token: Token): boolean {
  return token === ANY;
}

function isCharacter(token: Token, character: string): boolean {
  return token === ONE || (typeof token === 'object' && token.character === character);
}

/**
 * Whether parts with stars among them match all items. Goes back to the last star only, which is
 * enough, and takes no more than their product: an expression could take for ever.
 */
function matchAll<P, Item>(
  parts: readonly P[],
  items: readonly Item[],
  isStar: (part: P) => boolean,
  matches: (part: P, item: Item) => boolean,
): boolean {
  let [at, star, resumed] = [0, -1, 0];
  for (let index = 0; index < items.length; ) {
    const [part, item] = [parts[at], items[index]];
    if (part !== undefined && isStar(part)) {
      [star, resumed] = [at, index];
      at += 1;
    } else if (part !== undefined && item !== undefined && matches(part, item)) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      resumed += 1;
      [at, index] = [star + 1, resumed];
    } else {
      return false;
    }
  }
  return parts.slice(at).every(isStar);
}
