import fc from 'fast-check';

/** What the strings of a code base may hold against those who print them. */
export const HOSTILE_TEXTS = [
  'two\nlines',
  'carriage\r\nreturn\rs',
  'a | b || c',
  'one ` two `` three ```',
  '` at the edges `',
  ']]> <![CDATA[',
  '\u001B[31mred\u001B[0m \u009B2J',
  'NUL \0 and BEL \u0007',
  '::error::not ours',
  '\n::error file=a.py::not ours',
  '##[error]not ours',
  '<script>alert(1)</script>',
  '<!-- mypy-ratchet --> --> <details>',
  'reversed \u202Edesrever\u202C',
  '@everyone @acme/team a@example.org',
  'see #12, GH-12, acme/shop#12 and 0123456789abcdef0123456789abcdef01234567',
  'https://example.org www.example.org ftp://example.org',
  '[link](https://example.org) ![image](x) <https://example.org>',
  '**bold** _italic_ ~~gone~~ # title',
  '$x$ $$y$$ :tada: &amp; &#64;everyone \\@everyone',
  '100%0A, 50%25: done',
  '"quoted" \'twice\'',
  'half a pair \uD83C and \uDF89',
  'not XML \uFFFE \uFFFF',
  '',
  ' ',
] as const;

/** One of {@link HOSTILE_TEXTS}, several in a row, or anything. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 4 }).map((texts) => texts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
