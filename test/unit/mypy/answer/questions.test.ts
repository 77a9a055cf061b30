import assert from 'node:assert/strict';
import { chmod, link, mkdir, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import {
  findDifferences,
  parseQuestions,
  type Question,
  selectQuestions,
} from '../../../../src/mypy/answer/questions.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const TOKEN = 'token';
const NEVER = new AbortController().signal;
/** Of `one\n`, and of the names `a.py` and `folder`. */
const ONE = '2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806';

const written = (...lines: readonly string[]) => [TOKEN, ...lines, 'end', ''].join('\n');

describe('what mypy asked', () => {
  it('is read as it was written', () => {
    const read = parseQuestions(
      written('f 1 2 3 4 - a b.py', 'd .', '- /x', 'n 00 lib', 's 1 2 3 x', 'w - /y', 'll 1 2 3 z'),
      TOKEN,
    );
    assert.equal(read.kind, 'read');
    assert.deepEqual(read.questions[0], { path: 'a b.py', answer: 'f 1 2 3 4 -' });
    assert.equal(read.questions.length, 7);
  });

  it('is damaged when it is of another run, cut off, or nothing that we know', () => {
    const whole = written('f 1 2 3 4 - a.py', 'd .');
    for (let end = 0; end < whole.length; end++) {
      assert.equal(parseQuestions(whole.slice(0, end), TOKEN).kind, 'damaged', whole.slice(0, end));
    }
    for (const text of [whole.replace(TOKEN, 'other'), written('q a'), written('f 1 2 a.py'), '']) {
      assert.equal(parseQuestions(text, TOKEN).kind, 'damaged', text);
    }
  });

  it('may not be all', () => {
    const read = parseQuestions(written("flaw 'own_plugin'"), TOKEN);
    assert.deepEqual(read, { kind: 'untold', why: "'own_plugin'" });
  });

  it('may have been about some files, by whatever name', () => {
    const questions = ['a.py', '/w/a.py', 'b.py', '/w/pkg/c.py'].map((path) => ({
      path,
      answer: '-',
    }));
    const select = (...files: readonly string[]) =>
      selectQuestions(questions, '/w', files).map(({ path }) => path);
    assert.deepEqual(select('/w/a.py'), ['a.py', '/w/a.py']);
    assert.deepEqual(select('/w/pkg/c.py', '/w/x.py'), ['/w/pkg/c.py']);
    assert.deepEqual(select(), []);
  });
});

describe('asking again', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    await mkdir(folder.at('folder'));
    await folder.write('a.py', 'one\n');
    await symlink('folder', folder.at('link'));
  });
  afterEach(() => folder.remove());

  async function stampOf(path: string): Promise<string> {
    const { mtimeNs, ctimeNs, size, ino } = await stat(folder.at(path), { bigint: true });
    return `f ${mtimeNs} ${ctimeNs} ${size} ${ino}`;
  }

  const differ = async (...questions: readonly Question[]) => {
    const { paths, unseen } = await findDifferences(questions, folder.path, NEVER);
    const relative = (path: string) => path.slice(folder.path.length + 1);
    return { paths: paths.map(relative), unseen: unseen.map(relative) };
  };
  const SAME = { paths: [], unseen: [] };

  it('finds no difference where there is none', async () => {
    const stamp = await stampOf('a.py');
    const questions = [
      { path: 'a.py', answer: `${stamp} -` },
      { path: folder.at('a.py'), answer: `${stamp} ${ONE}` },
      { path: 'a.py', answer: 'p' },
      { path: 'folder', answer: 'd' },
      { path: 'link', answer: 'd' },
      { path: 'a.py', answer: 'lf' },
      { path: 'folder', answer: 'ld' },
      { path: 'gone', answer: '-' },
      { path: 'a.py/gone', answer: '-' },
      { path: 'gone', answer: 'l-' },
      { path: 'gone', answer: 'w -' },
      { path: '/dev/null', answer: 'o' },
    ];
    assert.deepEqual(await differ(...questions), SAME);
  });

  it('tells any other kind', async () => {
    const kinds = ['d', 'o', '-', 'p', 'f 1 2 3 4 -', `f 1 2 3 4 ${ONE}`];
    const places = { folder: ['d'], link: ['d'], 'a.py': ['p'], gone: ['-'], '/dev/null': ['o'] };
    for (const [path, own] of Object.entries(places)) {
      for (const answer of kinds.filter((kind) => !own.includes(kind))) {
        const { paths } = await findDifferences([{ path, answer }], folder.path, NEVER);
        assert.equal(paths.length, 1, `${path} ${answer}`);
      }
    }
  });

  const WRITES: Readonly<Record<string, () => Promise<unknown>>> = {
    'written again': () => writeFile(folder.at('a.py'), 'one\n'),
    'written with its old time': async () => {
      const { atime, mtime } = await stat(folder.at('a.py'));
      await writeFile(folder.at('a.py'), 'two\n');
      await utimes(folder.at('a.py'), atime, mtime);
    },
    replaced: async () => {
      await folder.write('b.py', 'one\n');
      await rename(folder.at('b.py'), folder.at('a.py'));
    },
    deleted: () => rm(folder.at('a.py')),
    'closed to others': () => chmod(folder.at('a.py'), 0o600),
    linked: () => link(folder.at('a.py'), folder.at('b.py')),
  };

  for (const [name, write] of Object.entries(WRITES)) {
    it(`sees a file that was ${name}`, async () => {
      const stamp = await stampOf('a.py');
      await write();
      for (const answer of [`${stamp} -`, `${stamp} ${ONE}`]) {
        assert.deepEqual((await differ({ path: 'a.py', answer })).paths, ['a.py']);
      }
    });
  }

  it('holds the content against that of then, where the stamp alone does not tell', async () => {
    const answer = `${await stampOf('a.py')} ${ONE.replace('2', '3')}`;
    assert.deepEqual((await differ({ path: 'a.py', answer })).paths, ['a.py']);
  });

  it('tells which files mypy would take for unchanged', async () => {
    const { mtimeNs, ctimeNs, size, ino } = await stat(folder.at('a.py'), { bigint: true });
    const second = mtimeNs / 1_000_000_000n;
    const answer = (mtime: bigint, bytes: bigint) => `f ${mtime} ${ctimeNs - 1n} ${bytes} ${ino} -`;
    const ask = (mtime: bigint, bytes = size) =>
      differ({ path: 'a.py', answer: answer(mtime, bytes) });
    const changed = { paths: ['a.py'], unseen: [] };
    assert.deepEqual(await ask(second * 1_000_000_000n), { ...changed, unseen: ['a.py'] });
    assert.deepEqual(await ask((second - 1n) * 1_000_000_000n), changed);
    assert.deepEqual(await ask(mtimeNs, size + 1n), changed);
  });

  it('sees names that come and go, and nothing else of a folder', async () => {
    const names = { path: '.', answer: `n ${await namesOf()}` };
    await folder.write('a.py', 'two\n');
    assert.deepEqual(await differ(names), SAME);
    await folder.write('ü.py', '');
    assert.equal((await differ(names)).paths.length, 1);
    await folder.delete('ü.py');
    assert.deepEqual(await differ(names), SAME);
    await folder.delete('a.py');
    assert.equal((await differ(names)).paths.length, 1);
  });

  /** As `mypy_reads.py` has it: sorted by their bytes, with a zero between. */
  async function namesOf(): Promise<string> {
    const { createHash } = await import('node:crypto');
    const names = (await folder.list()).sort();
    return createHash('sha256').update(names.join('\0')).digest('hex');
  }

  it('sees that a link leads elsewhere', async () => {
    const { mtimeNs, ctimeNs, ino } = await (await import('node:fs/promises')).lstat(
      folder.at('link'),
      { bigint: true },
    );
    const question = { path: 'link', answer: `ll ${mtimeNs} ${ctimeNs} ${ino}` };
    assert.deepEqual(await differ(question), SAME);
    await rm(folder.at('link'));
    await symlink('elsewhere', folder.at('link'));
    assert.deepEqual((await differ(question)).paths, ['link']);
  });

  it('ends early when nobody waits', async () => {
    const questions = Array.from({ length: 10 }, () => ({ path: 'gone', answer: 'd' }));
    const { paths } = await findDifferences(questions, folder.path, AbortSignal.abort());
    assert.deepEqual(paths, []);
  });
});
