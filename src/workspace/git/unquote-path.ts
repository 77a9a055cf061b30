const ESCAPED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A path as git prints it: quoted like a string in C where it holds unusual characters. */
export function unquotePath(shown: string): string {
  if (!shown.startsWith('"') || !shown.endsWith('"')) return shown;
  const bytes: number[] = [];
  for (const [part, octal, letter] of shown.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else bytes.push(...Buffer.from(letter === undefined ? part : (ESCAPED[letter] ?? letter)));
  }
  return Buffer.from(bytes).toString('utf8');
}
