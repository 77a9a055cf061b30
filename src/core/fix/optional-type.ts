/** How a file says that a value may be `None`. */
export type OptionalStyle =
  /** `T | None`. */
  | { readonly kind: 'union' }
  /** `Optional[T]`, by the name that the file has for it. */
  | { readonly kind: 'optional'; readonly name: string };

/** One string without a prefix, escapes or line ends. */
const PLAIN_STRING = /^(?:"[^"\\\n]+"|'[^'\\\n]+')$/;

/** An annotation that allows `None` too. A type in quotes stays in them: Python cannot join those. */
export function toOptional(type: string, style: OptionalStyle): string {
  if (style.kind === 'optional') return `${style.name}[${type}]`;
  if (!PLAIN_STRING.test(type)) return `${type} | None`;
  return `${type.slice(0, -1)} | None${type.slice(-1)}`;
}

/** Whether an annotation allows `None` by its words. */
export function allowsNone(type: string): boolean {
  const words = PLAIN_STRING.test(type) ? type.slice(1, -1).trim() : type;
  if (/^(?:\w+\.)*Optional\[/.test(words)) return closesAtEnd(words);
  return splitUnion(words).some((part) => part === 'None');
}

/** The members of `A | B` and of `Union[A, B]`, at the top. */
function splitUnion(type: string): readonly string[] {
  const union = /^(?:\w+\.)*Union\[/.exec(type);
  if (union !== null && closesAtEnd(type)) return splitAt(type.slice(union[0].length, -1), ',');
  return splitAt(type, '|');
}

function splitAt(text: string, separator: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if ('[('.includes(character)) depth++;
    if ('])'.includes(character)) depth--;
    if (character === separator && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts.map((part) => part.trim());
}

/** Whether the first bracket is closed by the last character. */
function closesAtEnd(type: string): boolean {
  let depth = 0;
  for (const [index, character] of [...type].entries()) {
    if (character === '[') depth++;
    if (character === ']' && --depth === 0) return index === [...type].length - 1;
  }
  return false;
}
