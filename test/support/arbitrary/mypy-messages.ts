import fc from 'fast-check';

/** An error or note with all that mypy can say of it. */
export interface AnyMessage {
  readonly path: string;
  readonly severity: 'error' | 'note';
  /** Text after the severity, without the code. */
  readonly text: string;
  readonly code: string;
  /** Line, column, end line, end column; shorter where mypy knows less. */
  readonly position: readonly number[];
}

const paths = fc.constantFrom('a.py', 'pkg/b.py', 'with space/é#.py', 'C:\\w\\a.py', '/abs/x.pyi');
const codes = fc.constantFrom('arg-type', 'misc', 'django-manager-missing', 'a.b', '');
const texts = fc.oneof(
  fc.constantFrom(
    'Value of type "list[int]"',
    'Maybe [see here]',
    'ends in brackets [misc]',
    'says: error: twice',
    'C:\\path: note: inside',
    'é "日本" 🎉',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const number = fc.integer({ min: 1, max: 99_999 });
const positions = fc.oneof(
  fc.constant([]),
  fc.tuple(number),
  fc.tuple(number, number),
  fc
    .tuple(number, number, fc.nat(9), fc.nat(99))
    .map(([line, column, lines, columns]) => [line, column, line + lines, column + columns]),
);

/** Messages as mypy prints them: one line each, no code that its text could be taken for. */
export const anyMessage: fc.Arbitrary<AnyMessage> = fc
  .record({
    path: paths,
    severity: fc.constantFrom('error' as const, 'note' as const),
    text: texts.map((text) => text.replace(/[\r\n]/g, ' ')),
    code: codes,
    position: positions,
  })
  .filter(({ text }) => !/ {2}\[[^ ]*\]$/.test(text))
  .map((message) => (message.severity === 'note' ? { ...message, code: '' } : message));

export function formatMessage({ path, severity, text, code, position }: AnyMessage): string {
  const suffix = code === '' ? '' : `  [${code}]`;
  return `${[path, ...position].join(':')}: ${severity}: ${text}${suffix}`;
}

/** A whole output of mypy in text, summary included, and its number of errors. */
export const anyOutput = fc
  .record({
    messages: fc.array(anyMessage, { maxLength: 12 }),
    files: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ messages, files }) => {
    const lines = messages.map(formatMessage);
    const errors = lines.filter((line) => line.includes(': error:')).length;
    const source = `${files} source file${files === 1 ? '' : 's'}`;
    const summary =
      errors === 0
        ? `Success: no issues found in ${source}`
        : `Found ${errors} error${errors === 1 ? '' : 's'} in 1 file (checked ${source})`;
    return { stdout: [...lines, summary, ''].join('\n'), exitCode: errors === 0 ? 0 : 1, messages };
  });
