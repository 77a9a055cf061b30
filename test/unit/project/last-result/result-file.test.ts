import assert from 'node:assert/strict';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { LocatedError } from '../../../../src/core/error/mypy-error.js';
import {
  readResultFile,
  writeResultFile,
} from '../../../../src/project/last-result/result-file.js';
import type { ResultHeader } from '../../../../src/project/last-result/result-format.js';
import type { StoredFile } from '../../../../src/project/last-result/stored-result.js';
import { ENVIRONMENT } from '../../../support/arbitrary/entries.js';
import { toError } from '../../../support/arbitrary/errors.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const HEADER: Omit<ResultHeader, 'files'> = {
  version: '1.2.3',
  identity: {
    root: '/work',
    baselinePath: '/work/mypy-baseline.jsonl',
    config: 'abc',
    targets: ['src'],
    interpreter: '',
  },
  facts: {
    environment: ENVIRONMENT,
    checkedAt: 1_000,
    durationMs: 20.25,
    checkedFiles: 3,
    cold: { durationMs: 4.5, files: 5 },
  },
};

// deepEqual tells an object without a prototype from one of JSON.parse.
const PLAIN = { noNullPrototype: true } as const;

const count = fc.nat({ max: 1e6 });
const range = fc.record(
  { startLine: count, startCharacter: count, endLine: count, endCharacter: count },
  PLAIN,
);
const position = fc.record({ line: count, column: count }, PLAIN);
const text = fc.string({ unit: 'binary' });
const path = fc.string({ minLength: 1 });
const note = fc.record({ path, start: position, message: text, range }, PLAIN);

function errorsIn(file: string): fc.Arbitrary<LocatedError[]> {
  const error = fc.record(
    {
      path: fc.constant(file),
      start: position,
      end: position,
      code: text,
      message: text,
      notes: fc.array(
        fc.oneof(
          note,
          note.map((own) => ({ ...own, path: file })),
        ),
        { maxLength: 2 },
      ),
      range,
      scope: text,
      text,
    },
    PLAIN,
  );
  return fc.array(error, { minLength: 1, maxLength: 4 });
}

const storedFile: fc.Arbitrary<StoredFile> = path.chain((file) =>
  fc.record({ path: fc.constant(file), stamp: text, errors: errorsIn(file) }, PLAIN),
);

describe('the file of a last result', () => {
  let folder: TemporaryFolder;
  before(async () => {
    folder = await TemporaryFolder.create();
  });
  after(() => folder.remove());

  const write = (name: string, files: readonly StoredFile[]) =>
    writeResultFile(folder.at(name), { ...HEADER, files: files.length }, files);
  const read = (name: string, fits = true) => readResultFile(folder.at(name), () => fits);

  it('gives back whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(storedFile, { maxLength: 5 }), async (files) => {
        await write('any.jsonl', files);
        const header = { ...HEADER, files: files.length };
        // Not even lone surrogates are lost: JSON escapes them.
        assert.deepEqual(await read('any.jsonl'), { kind: 'read', header, files });
      }),
      { numRuns: 50 },
    );
    assert.deepEqual(await readdir(folder.path), ['any.jsonl'], 'no temporary file is left');
  });

  it('tells every cut and every changed byte', async () => {
    const error = toError({ path: 'a.py', code: 'misc', scope: 'f', message: 'é', text: 'x' });
    await write('cut.jsonl', [{ path: 'a.py', stamp: '1:2:3', errors: [error] }]);
    const whole = await readFile(folder.at('cut.jsonl'));
    for (let length = 0; length < whole.length - 1; length++) {
      await truncate(folder.at('cut.jsonl'), length);
      assert.equal((await read('cut.jsonl')).kind, 'damaged', `cut to ${length} bytes`);
      await writeFile(folder.at('cut.jsonl'), whole);
    }
    for (let at = 0; at < whole.length - 1; at++) {
      const changed = Buffer.from(whole);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      await writeFile(folder.at('cut.jsonl'), changed);
      assert.equal((await read('cut.jsonl')).kind, 'damaged', `byte ${at}`);
    }
  });

  it('does not read what is of another set-up or format', async () => {
    await write('other.jsonl', []);
    assert.equal((await read('other.jsonl', false)).kind, 'other');
  });

  it('says when there is none', async () => {
    assert.deepEqual(await read('none.jsonl'), { kind: 'absent' });
  });

  it('leaves nothing behind where it cannot write', async () => {
    await folder.write('file', '');
    await assert.rejects(write('file/result.jsonl', []));
  });
});
