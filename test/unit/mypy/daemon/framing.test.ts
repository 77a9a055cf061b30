import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseFraming } from '../../../../src/mypy/daemon/framing/choose-framing.js';
import type { Framing } from '../../../../src/mypy/daemon/framing/framing.js';

const FRAMINGS = [chooseFraming('1.6.1'), chooseFraming('1.19.1'), chooseFraming('1.20.0')];

/** The answer as a reader sees it that gets the bytes in pieces that end at these places. */
function decode(framing: Framing, bytes: Buffer, cuts: readonly number[]): readonly string[] {
  const decoder = framing.createDecoder();
  const places = [...cuts, bytes.length].map((cut) => Math.min(cut, bytes.length));
  const ends = places.sort((a, b) => a - b);
  const messages: string[] = [];
  let start = 0;
  for (const end of ends) {
    messages.push(...decoder.push(bytes.subarray(start, end)));
    start = end;
  }
  return [...messages, ...decoder.end()];
}

const anyMessage = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.string({ minLength: 200, maxLength: 2_000, unit: 'grapheme' }),
);
const anyCuts = fc.array(fc.nat(4_000));

describe('framings of dmypy', () => {
  it('are chosen by version', () => {
    const names = (versions: readonly string[]) =>
      versions.map((version) => chooseFraming(version).name);
    assert.deepEqual(names(['1.0.1', '1.4.1', '1.6.1']), ['bare', 'bare', 'bare']);
    assert.deepEqual(names(['1.7.0', '1.18.2', '1.19.1']), ['base64', 'base64', 'base64']);
    const newer = ['1.20.0', '1.20.0+dev.abc', '2.4.1'];
    assert.deepEqual(names(newer), ['length', 'length', 'length']);
  });

  for (const framing of FRAMINGS) {
    it(`${framing.name}: a message comes through in pieces of any size`, () => {
      fc.assert(
        fc.property(anyMessage, anyCuts, (message, cuts) => {
          const bytes = framing.encode(message);
          const expected = message === '' && framing.endsWithStream ? [] : [message];
          assert.deepEqual(decode(framing, bytes, cuts), expected);
        }),
      );
    });

    it(`${framing.name}: a message that was cut is none that was sent`, () => {
      fc.assert(
        fc.property(anyMessage, fc.nat(), (message, place) => {
          fc.pre(message !== '');
          const bytes = framing.encode(message);
          const cut = bytes.subarray(0, place % bytes.length);
          assert.ok(!decode(framing, cut, []).includes(message));
        }),
      );
    });
  }

  for (const framing of FRAMINGS.filter(({ endsWithStream }) => !endsWithStream)) {
    it(`${framing.name}: several messages come through in pieces of any size`, () => {
      fc.assert(
        fc.property(fc.array(anyMessage), anyCuts, (messages, cuts) => {
          const bytes = Buffer.concat(messages.map((message) => framing.encode(message)));
          assert.deepEqual(decode(framing, bytes, cuts), messages);
        }),
      );
    });
  }

  it('base64 may be broken into lines, as mypy does', () => {
    const text = JSON.stringify({ out: 'é'.repeat(300), final: true });
    const lines =
      Buffer.from(text)
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    const bytes = Buffer.from(`${lines.join('\n')}\n `);
    assert.deepEqual(decode(chooseFraming('1.18.2'), bytes, [1, 77, 78]), [text]);
  });

  it('length is four bytes, big-endian, of UTF-8', () => {
    assert.deepEqual([...chooseFraming('2.0.0').encode('é')], [0, 0, 0, 2, 0xc3, 0xa9]);
  });
});
