import assert from 'node:assert/strict';
import { readdir, readFile, truncate } from 'node:fs/promises';
import fc from 'fast-check';
import type { BaselineRead } from '../../src/core/baseline/baseline.js';
import { editBaseline } from '../../src/core/baseline/edit-baseline.js';
import { serialiseEntry } from '../../src/core/baseline/serialise-baseline.js';
import { ENGLISH, phrase } from '../../src/core/language/language.js';
import { BaselineStore } from '../../src/workspace/baseline-store/baseline-store.js';
import { anyHostileEntry } from '../support/arbitrary/hostile-baselines.js';
import { baselineText, HEADER } from '../support/baseline/baseline-text.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';

const NAME = 'mypy-baseline.jsonl';
const ENTRY = { path: 'a.py', code: 'misc', scope: '', message: 'm', text: 't' };
const GOOD = baselineText([
  { ...ENTRY, message: 'Größe “é” 🎉 日本' },
  { ...ENTRY, text: 'x = "\ud800" + "\u2028"', acceptance: { reason: 'später' } },
  { ...ENTRY, path: 'ü.py' },
]);

describe('a damaged baseline file on disk', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create('a b#é');
  });
  afterEach(() => folder.remove());

  /** What a store says of these bytes; it is also asked to write over them, as an update is. */
  async function readAndUpdate(bytes: Uint8Array): Promise<BaselineRead> {
    await folder.write(NAME, bytes);
    const store = new BaselineStore(folder.at(NAME));
    const read = await store.read();
    const update = await store.write((current) => {
      assert.deepEqual(current, read);
      if (current.kind !== 'read') return { kind: 'write', content: HEADER };
      const content = editBaseline(current, { removed: new Set(), added: [] });
      return { kind: 'write', content };
    });
    assert.equal(update.kind, expectedUpdate(read));
    if (read.kind !== 'conflicted') {
      assert.deepEqual(await readFile(folder.at(NAME)), Buffer.from(bytes));
    }
    assert.deepEqual(await readdir(folder.path), [NAME]);
    return read;
  }

  /** A repair may write over conflict markers; whether it does is for the caller to decide. */
  function expectedUpdate({ kind }: BaselineRead): string {
    if (kind === 'read') return 'unchanged';
    return kind === 'conflicted' ? 'written' : 'refused';
  }

  it('is never thrown over and never written over, whatever its bytes', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(HEADER, GOOD, '["a.py",', '\uFEFF', '\0', '\n')
        .map((text) => Buffer.from(text)),
    );
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        const { kind } = await readAndUpdate(Buffer.concat(pieces));
        assert.notEqual(kind, 'absent');
        kinds.add(kind);
      }),
      { numRuns: 300 },
    );
    assert.deepEqual([...kinds].sort(), ['malformed', 'read', 'unreadable']);
  });

  it('is malformed, or not UTF-8, when it was cut at any byte but between two lines', async () => {
    const bytes = Buffer.from(GOOD);
    const LF = 0x0a;
    for (let length = 0; length < bytes.length; length++) {
      const read = await readAndUpdate(bytes.subarray(0, length));
      const isWhole = length > 0 && (bytes[length] === LF || bytes[length - 1] === LF);
      // 10xxxxxx: what follows is the rest of a character.
      const isInCharacter = ((bytes[length] ?? 0) & 0xc0) === 0x80;
      const expected = isInCharacter ? 'unreadable' : isWhole ? 'read' : 'malformed';
      assert.equal(read.kind, expected, `cut at ${length}`);
      if (read.kind !== 'malformed') continue;
      assert.equal(read.line, bytes.subarray(0, length).toString().split('\n').length);
    }
  });

  it('is never read as less than it is when one byte was changed', async () => {
    const bytes = Buffer.from(GOOD);
    const count = GOOD.trimEnd().split('\n').length - 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.nat(255), async (at, value) => {
        const changed = Buffer.from(bytes);
        changed[at] = value;
        const read = await readAndUpdate(changed);
        if (read.kind === 'read') assert.equal(read.baseline.entries.length, count);
      }),
      { numRuns: 300 },
    );
  });

  it('is unreadable in any other encoding', async () => {
    const latin = Buffer.from(GOOD.replaceAll(/[^\0-\xff]/g, '?'), 'latin1');
    const utf16 = Buffer.from(`\uFEFF${GOOD}`, 'utf16le');
    // A half of a surrogate pair as three bytes, an overlong slash, and a character beyond Unicode.
    const others = [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf5, 0x80, 0x80, 0x80], [0xff]].map((bad) =>
      Buffer.concat([Buffer.from(GOOD), Buffer.from(bad)]),
    );
    for (const bytes of [latin, utf16, ...others]) {
      const detail = phrase('it is not UTF-8 text');
      assert.deepEqual(await readAndUpdate(bytes), { kind: 'unreadable', detail });
    }
    const unmarked = await readAndUpdate(Buffer.from(GOOD, 'utf16le').subarray(0, 40));
    assert.equal(unmarked.kind, 'malformed');
  });

  it('keeps its byte order mark and its line ends until a line is to change', async () => {
    const untidy = `\uFEFF${GOOD}`.replaceAll('\n', '\r\n').replace('\r\n', '\n');
    const read = await readAndUpdate(Buffer.from(untidy));
    assert.ok(read.kind === 'read');
    assert.equal(read.content, untidy);
  });

  it('is too long to be read at all without being taken for text of another encoding', async () => {
    const store = new BaselineStore(folder.at(NAME));
    await folder.write(NAME, 'x');
    await truncate(folder.at(NAME), 3 * 2 ** 30);
    const read = await store.read();
    assert.ok(read.kind === 'unreadable');
    assert.doesNotMatch(ENGLISH.express(read.detail), /UTF-8/);
    assert.equal((await store.write(() => ({ kind: 'write', content: HEADER }))).kind, 'refused');
  });

  it('reads back from disk whatever was written to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHostileEntry, { maxLength: 8 }), async (entries) => {
        const store = new BaselineStore(folder.at(NAME));
        await folder.write(NAME, HEADER);
        await store.write((current) => {
          assert.ok(current.kind === 'read');
          const content = editBaseline(current, { removed: new Set(), added: entries });
          return { kind: 'write', content };
        });
        const read = await store.read();
        assert.ok(read.kind === 'read');
        const lines = entries.map(serialiseEntry).sort();
        assert.deepEqual(read.baseline.entries.map(serialiseEntry).sort(), lines);
      }),
    );
  });
});
