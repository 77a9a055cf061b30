import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';

const FILES = {
  'mypy.ini': '[mypy]\nstrict = True\n',
  'types_.py': 'def width() -> str:\n    return "wide"\n',
  'shop.py': [
    'from types_ import width',
    '',
    '',
    'def total() -> int:',
    '    return "nothing at all"',
    '',
    '',
    'def measure() -> int:',
    '    return width()',
    '',
  ].join('\n'),
} as const;

const ID = /, id ([0-9a-f]+)$/m;

describe('explain', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create(FILES);
    await project.commitBaseline();
  });
  afterEach(() => project.remove());

  it('shows an error with its line, its scope and its entry, and finds it by its id', async () => {
    const text = await explain('./shop.py:5');
    assert.match(text, /^shop\.py:5:12: Incompatible return value type .* {2}\[return-value\]$/m);
    assert.match(text, /^ {2}return "nothing at all"$/m);
    assert.match(text, /^ {2}in total, id /m);
    assert.match(text, /^ {2}baseline: its entry says the same, word for word$/m);
    assert.match(text, /^ {2}its entry: \["shop\.py","return-value","total",/m);
    const [, id = ''] = ID.exec(text) ?? [];
    assert.equal(await explain(id), text);
    assert.equal(await explain('shop.py:5:12'), text);
  });

  it('shows all errors of a file', async () => {
    const text = await explain('shop.py');
    assert.equal(text.match(/^shop\.py:\d+:\d+: /gm)?.length, 2);
  });

  it('says moved where the function was renamed', async () => {
    await project.folder.edit('shop.py', 'def total', 'def sum_up');
    assert.match(await explain('shop.py:5'), /baseline: the same line .* its function was renamed/);
  });

  it('says reworded where another file changed the message', async () => {
    await project.folder.edit(
      'types_.py',
      '-> str:\n    return "wide"',
      '-> bytes:\n    return b""',
    );
    assert.match(await explain('shop.py:9'), /baseline: the line is the same, and mypy words/);
  });

  it('says edited where the line says the same wrong thing', async () => {
    await project.folder.edit('shop.py', 'return "nothing at all"', 'return "all of it"');
    assert.match(await explain('shop.py:5'), /baseline: the line was edited/);
  });

  it('says renamed where the file was', async () => {
    await project.git('mv', 'shop.py', 'store.py');
    assert.match(await explain('store.py:5'), /baseline: the file was renamed/);
  });

  it('says relocated where the function went to another file', async () => {
    const moved = '\n\ndef total() -> int:\n    return "nothing at all"\n';
    await project.folder.edit('shop.py', moved, '');
    await project.folder.edit('types_.py', 'return "wide"\n', `return "wide"\n${moved}`);
    assert.match(await explain('types_.py:6'), /baseline: the line went to another file/);
  });

  it('tells why an error was accepted, and until when', async () => {
    await project.folder.edit('types_.py', 'return "wide"', 'return 1');
    const words = ['--reason', 'goes away', '--expires', '2099-01-31'];
    assert.equal((await project.check(['update', ...words])).status, 0);
    const text = await explain('types_.py:2');
    assert.match(text, /^ {2}accepted, and not committed yet: /m);
    assert.match(text, /^ {2}accepted because: goes away\n {2}until: 2099-01-31$/m);
  });

  it('shows what came close to a new error', async () => {
    await project.folder.edit('shop.py', 'return "nothing at all"', 'return total_of("nothing")');
    const text = await explain('shop.py:5');
    assert.match(text, /^ {2}new: no entry is left for it$/m);
    assert.match(text, /came close \(\d+ %\), differs in code, message, text:\n {4}\["shop\.py",/);
  });

  it('shows the twin that has the entry', async () => {
    const twin = '\n\ndef other() -> int:\n    return "nothing at all"\n';
    await project.folder.write('shop.py', `${FILES['shop.py']}${twin}`);
    const text = await explain('shop.py:13');
    assert.match(text, /^ {2}new: no entry is left for it\n {2}an equal entry belongs to line 5$/m);
    assert.match(text, /no free entry of the baseline comes near/);
  });

  it('says what was fixed where mypy finds nothing', async () => {
    await project.folder.edit('shop.py', 'return "nothing at all"', 'return 0');
    const text = await explain('shop.py:5');
    assert.match(text, /^mypy finds no error at shop\.py:5\. Fixed in this file:$/m);
    assert.match(text, /^ {2}\["shop\.py","return-value","total",/m);
  });

  it('fails where nothing is and nothing was', async () => {
    for (const place of ['types_.py:1', 'no/such.py', '0123456789abcdef']) {
      const { status, stderr } = await project.check(['explain', place]);
      assert.equal(status, 2, place);
      assert.match(stderr, new RegExp(`finds no error at ${place}, and the baseline has none`));
    }
  });

  async function explain(word: string): Promise<string> {
    const { status, stdout, stderr } = await project.check(['explain', word]);
    assert.equal(status, 0, stderr);
    return stdout;
  }
});
