import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { collectTexts } from '../../support/language/collect-texts.js';

const DECLARATION = readFileSync(
  join(__dirname, '../../../../src/core/language/language.ts'),
  'utf8',
);
const CONFIGURATION = JSON.stringify({
  compilerOptions: { module: 'node20', target: 'es2023', strict: true, types: [] },
  include: ['**/*.ts'],
});

describe('collectTexts', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await folder.write('src/core/tsconfig.json', CONFIGURATION);
    await folder.write('src/core/language/language.ts', DECLARATION);
    await folder.write('src/core/number/format-number.ts', 'export function groupDigits() {}');
  });

  afterEach(() => folder.remove());

  async function collectFrom(...lines: readonly string[]) {
    const text = ["import type { Language } from './language/language.js';", ...lines].join('\n');
    await folder.write('src/core/words.ts', text);
    return collectTexts(folder.path);
  }

  it('finds what is said by any Language, whatever it is called', async () => {
    const { texts, unreadable } = await collectFrom(
      'export function words(l: Language, { say }: Language, parts: { tongue: Language }) {',
      "  return [l.say('B {0}', 1), say('A'), parts.tongue.count(2, '{0} one', `{0} more`)];",
      '}',
    );
    assert.deepEqual(texts, ['A', 'B {0}', '{0} more', '{0} one']);
    assert.deepEqual(unreadable, []);
  });

  it('finds what a phrase will say', async () => {
    const { texts, unreadable } = await collectFrom(
      "import { phrase, verbatim } from './language/language.js';",
      'export const words = (language: Language, text: string) => [',
      "  phrase('A {0}', 1),",
      '  verbatim(text),',
      '  phrase(text),',
      "  language.express(phrase('B')),",
      '];',
    );
    assert.deepEqual(texts, ['A {0}', 'B']);
    assert.deepEqual(unreadable, [`${join('src', 'core', 'words.ts')}:6`]);
  });

  it('finds nothing in a say of something else', async () => {
    const { texts, unreadable } = await collectFrom(
      'export interface Voice { readonly say: (text: string) => string }',
      "export const words = (voice: Voice, text: string) => voice.say('A') + voice.say(text);",
    );
    assert.deepEqual({ texts, unreadable }, { texts: [], unreadable: [] });
  });

  it('tells where a text is no literal', async () => {
    const { texts, unreadable } = await collectFrom(
      'export const words = (language: Language, text: string) => [',
      '  language.say(text),',
      "  language.count(2, text, 'A'),",
      '];',
    );
    assert.deepEqual(texts, ['A']);
    assert.deepEqual(
      unreadable,
      ['3', '4'].map((line) => `${join('src', 'core', 'words.ts')}:${line}`),
    );
  });
});
