import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import type { EntryOrigin, LineOrigin } from '../../../src/core/baseline/line-origin.js';
import { ENGLISH, type Language } from '../../../src/core/language/language.js';
import { INITIAL_STATE, type ProjectState } from '../../../src/project/project-state.js';
import { type FindOrigins, toHover } from '../../../src/server/hover.js';
import { GERMAN } from '../../support/language/german.js';
import { stateOf } from '../../support/project/state-of.js';

const KNOWN: BaselineEntry = {
  path: 'a.py',
  code: 'arg-type',
  scope: 'add',
  message: 'Argument 1 to "add" has incompatible type "str"; expected "int"',
  text: 'add(name)',
};

/** An entry's origin, as git would tell it. */
const ORIGIN: LineOrigin = {
  commit: '3f0c9a7be1d204563f0c9a7be1d204563f0c9a7b',
  author: 'Ada `Ex`',
  at: Date.UTC(2026, 0, 31),
  subject: 'accept *it*',
  isOldestKnown: false,
};

async function hoverOf(
  state: ProjectState,
  line: number,
  {
    path = 'a.py',
    origin,
    language = ENGLISH,
  }: {
    readonly path?: string;
    readonly origin?: LineOrigin;
    readonly language?: Language;
  } = {},
): Promise<string> {
  const known: EntryOrigin =
    origin === undefined ? { kind: 'uncommitted' } : { kind: 'committed', line: origin };
  const findOrigins: FindOrigins = async (wanted) => new Map(wanted.map((entry) => [entry, known]));
  const position = { line: line - 1, character: 0 };
  const hover = await toHover(state, path, position, findOrigins, language);
  const contents = hover?.contents;
  return contents !== undefined && MarkupContent.is(contents) ? contents.value : '';
}

describe('pointing at an error', () => {
  it('says since when it is tolerated, by whom and in which commit', async () => {
    const state = stateOf([KNOWN], [KNOWN]);
    assert.equal(await hoverOf(state, 1), '`arg-type` is **baseline**.');
    assert.equal(
      await hoverOf(state, 1, { origin: ORIGIN }),
      '`arg-type` is **baseline** since 2026-01-31: `3f0c9a7be1` by `` Ada `Ex` ``, `accept *it*`.',
    );
    const origin = { ...ORIGIN, isOldestKnown: true };
    assert.match(
      await hoverOf(state, 1, { origin }),
      /2026-01-31, or longer: the clone is shallow/,
    );
  });

  it('says nothing of that before git has said it', async () => {
    const state = stateOf([KNOWN], [KNOWN], []);
    const hover = await toHover(
      state,
      'a.py',
      { line: 0, character: 0 },
      async () => null,
      ENGLISH,
    );
    assert.ok(hover !== null && MarkupContent.is(hover.contents));
    assert.equal(hover.contents.value, '`arg-type` is **baseline**.');
  });

  it('says that an acceptance is not committed yet', async () => {
    const state = stateOf([KNOWN], [KNOWN], []);
    assert.match(await hoverOf(state, 1), /is \*\*baseline\*\*: accepted, and not committed yet\./);
  });

  it('says by which evidence an error is known, and what its line was', async () => {
    const edited = { ...KNOWN, text: 'add(names)' };
    assert.equal(
      await hoverOf(stateOf([edited], [KNOWN]), 1),
      '`arg-type` is **baseline**.\n\nRecognised: the line was edited, and mypy still finds the same wrong with it.' +
        '\n\nIt was:\n```python\nadd(name)\n```',
    );
  });

  it('says that an error is new, and which equal one is not', async () => {
    assert.match(await hoverOf(stateOf([KNOWN], []), 1), /is \*\*new\*\*: no entry/);
    assert.match(
      await hoverOf(stateOf([KNOWN, KNOWN], [KNOWN]), 2),
      /is \*\*new\*\*: the equal error on line 1 has the entry/,
    );
  });

  it('says all of it in the language of the editor', async () => {
    const language = GERMAN;
    const acceptance = { reason: 'legacy', expires: '2027-01-31' };
    const edited = { ...KNOWN, text: 'add(names)' };
    assert.equal(
      await hoverOf(stateOf([edited], [{ ...KNOWN, acceptance }]), 1, { origin: ORIGIN, language }),
      [
        '`arg-type` ist **Baseline** seit 2026-01-31: `3f0c9a7be1` von `` Ada `Ex` ``, `accept *it*`.',
        'Wiedererkannt: die Zeile wurde bearbeitet, und mypy beanstandet daran noch dasselbe.',
        'Vorher:\n```python\nadd(name)\n```',
        'Aufgenommen mit der Begründung:\n```plaintext\nlegacy\n```',
        'Aufgenommen bis 2027-01-31.',
      ].join('\n\n'),
    );
    const other = { ...KNOWN, code: 'call-arg' };
    assert.match(
      await hoverOf(stateOf([KNOWN], [other]), 1, { language }),
      /^`arg-type` ist \*\*neu\*\*: .* unterscheidet sich in Code:\n```plaintext\n/,
    );
  });

  it('says what came closest to a new error, if anything came close', async () => {
    const other = { ...KNOWN, code: 'call-arg', message: `${KNOWN.message} or so` };
    assert.match(
      await hoverOf(stateOf([KNOWN], [other]), 1),
      /The closest differs in code, message:\n```plaintext\nArgument 1.* or so\nadd\(name\)\n```/,
    );
    const far = { ...KNOWN, code: 'misc', scope: 'x', message: 'Cannot', text: 'while True:' };
    assert.match(await hoverOf(stateOf([KNOWN], [far]), 1), /left for it\.$/);
  });

  it('says why somebody accepted it, whatever the words hold', async () => {
    const acceptance = { reason: 'see ```` [x](y) \u202e', expires: '2027-01-31' };
    const hover = await hoverOf(stateOf([KNOWN], [{ ...KNOWN, acceptance }]), 1);
    assert.match(
      hover,
      /Accepted because:\n`````plaintext\nsee ```` \[x\]\(y\) \[U\+202E\]\n`````/,
    );
    assert.match(hover, /Accepted until 2027-01-31\./);
  });

  it('says nothing elsewhere, nor before there is a baseline', async () => {
    const state = stateOf([KNOWN], []);
    assert.equal(await hoverOf(state, 2), '');
    assert.equal(await hoverOf(state, 1, { path: 'b.py' }), '');
    assert.equal(await hoverOf({ ...state, presence: 'absent' }, 1), '');
    assert.equal(await hoverOf(INITIAL_STATE, 1), '');
  });
});
