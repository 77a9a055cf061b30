import assert from 'node:assert/strict';
import { environmentHash } from '../../../../src/mypy/configuration/environment-hash.js';
import { findMypyConfiguration } from '../../../../src/mypy/configuration/find-configuration.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

describe('environmentHash', () => {
  let folder: TemporaryFolder;

  beforeEach(async () => {
    folder = await TemporaryFolder.create();
  });

  afterEach(() => folder.remove());

  async function hash(path: string, text: string, args: readonly string[] = []): Promise<string> {
    await folder.write(path, text);
    return environmentHash(await findMypyConfiguration(folder.path, null, path), args);
  }

  it('is 12 hexadecimal digits', async () => {
    assert.match(await hash('mypy.ini', '[mypy]\n'), /^[0-9a-f]{12}$/);
  });

  it('is the same for ini files that mean the same', async () => {
    const first = '[mypy]\nstrict = True\nfiles = a,\n  b\n[mypy-x.*]\nignore_errors = True\n';
    const second =
      '# a comment\n[other]\nz = 1\n[mypy]\nFILES: a,\n\n    b\n; more\npretty = True\nstrict=True\n\n[mypy-x.*]\nignore_errors =  True\n';
    assert.equal(await hash('mypy.ini', first), await hash('mypy.ini', second));
  });

  it('differs when a value, a section or their order does', async () => {
    const texts = [
      '[mypy]\nstrict = True\n',
      '[mypy]\nstrict = False\n',
      '[mypy]\nstrict = True\n[mypy-x.*]\nignore_errors = True\n',
      '[mypy]\nstrict = True\n[mypy-y.*]\nignore_errors = True\n',
      '[mypy]\n[mypy-x.*]\na = 1\n[mypy-y.*]\na = 1\n',
      '[mypy]\n[mypy-y.*]\na = 1\n[mypy-x.*]\na = 1\n',
    ];
    const hashes = new Set<string>();
    for (const text of texts) hashes.add(await hash('mypy.ini', text));
    assert.equal(hashes.size, texts.length);
  });

  it('looks at tool.mypy only in pyproject.toml', async () => {
    const first =
      '[tool.mypy]\nstrict = true\nfiles = ["a"]\n[[tool.mypy.overrides]]\nmodule = "x"\na = 1\n';
    const second =
      '[project]\nname = "p"\n# comment\n[tool.mypy]\nfiles = [\n  "a",\n]\nstrict = true\nshow_error_context = true\n[[tool.mypy.overrides]]\na = 1\nmodule = "x"\n[tool.ruff]\nx = 1\n';
    assert.equal(await hash('pyproject.toml', first), await hash('pyproject.toml', second));
    const other = first.replace('"a"', '"b"');
    assert.notEqual(await hash('pyproject.toml', first), await hash('pyproject.toml', other));
  });

  it('counts arguments that change which errors there are, and no others', async () => {
    const text = '[mypy]\n';
    const none = await hash('mypy.ini', text);
    const display = [
      '--pretty',
      '--cache-dir',
      '/x',
      '--junit-xml=y',
      '-v',
      '-Ojson',
      '--out',
      'json',
    ];
    assert.equal(await hash('mypy.ini', text, [...display, '--html-report', 'z']), none);
    assert.notEqual(await hash('mypy.ini', text, ['--strict']), none);
    assert.notEqual(
      await hash('mypy.ini', text, ['--exclude', 'a']),
      await hash('mypy.ini', text, ['--exclude', 'b']),
    );
  });

  it('tells no configuration from an empty one', async () => {
    const nothing = environmentHash({ kind: 'none', root: folder.path }, []);
    assert.notEqual(nothing, await hash('mypy.ini', '[mypy]\n'));
  });
});
