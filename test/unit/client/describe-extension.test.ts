import assert from 'node:assert/strict';
import {
  describeExtension,
  type FolderFacts,
  type WindowFacts,
} from '../../../src/client/debug/describe-extension.js';
import { judgeForeign } from '../../../src/client/neighbours/foreign-settings.js';
import type { ProjectFacts } from '../../../src/protocol/debug-messages.js';

const FOLDER: FolderFacts = {
  name: 'shop',
  settings: [{ id: 'mypyRatchet.engine', value: 'process', level: 'user' }],
  foreign: judgeForeign([
    { id: 'mypy-type-checker.args', value: ['--strict'], level: 'workspace' },
    { id: 'mypy.env', value: { TOKEN: 'hunter2' }, level: 'user' },
  ]),
  extraPaths: ['lib'],
};

const WINDOW: WindowFacts = {
  version: '1.2.3',
  vscodeVersion: '1.100.0',
  platform: 'linux x64, remote: wsl',
  isTrusted: true,
  extensions: ['ms-python.python 2026.1.0'],
  folders: [FOLDER],
  homeFolder: '/home/me',
};

const PROJECT: ProjectFacts = {
  name: 'shop',
  folder: '/home/me/shop',
  root: '/home/me/shop',
  repositoryRoot: null,
  configuration: '/home/me/shop/mypy.ini',
  baselinePath: '/home/me/shop/mypy-baseline.jsonl',
  presence: 'committed',
  interpreter: { path: '/home/me/.venv/bin/python', origin: 'PATH' },
  mypy: 'mypy 2.4.1, compiled, Python 3.11, linux',
  engine: 'prewarmed',
  engineSetting: 'auto',
  engineWhy: 'plain mypy is fastest',
  args: ['--strict'],
  targets: [],
  checks: [{ checkedAt: 0, durationMs: 1_234, authority: 'plain', errors: 5 }],
  problems: ['Something is wrong.\nmore of it'],
};

const SERVER = { node: 'v22.1.0', memoryBytes: 2 ** 26, storageFolder: '/home/me/cache' };

describe('the debug information', () => {
  const text = describeExtension(WINDOW, { ...SERVER, projects: [PROJECT] });

  it('tells versions, interpreter, engine and why, configuration and durations', () => {
    const wanted = [
      /Mypy Ratchet 1\.2\.3, VS Code 1\.100\.0, linux x64, remote: wsl/,
      /Python: `~\/\.venv\/bin\/python`, from PATH/,
      /Engine: prewarmed; plain mypy is fastest/,
      /configuration: `~\/shop\/mypy\.ini`/,
      /1970-01-01T00:00:00\.000Z: 1\.2 s, 5 errors \(plain\)/,
      /Problem: Something is wrong\.\n {2}more of it/,
    ];
    for (const pattern of wanted) assert.match(text, pattern);
  });

  it('tells where each setting comes from, and what becomes of those of others', () => {
    assert.match(text, /`mypyRatchet\.engine`: `"process"` \(user\)/);
    assert.match(
      text,
      /`mypy-type-checker\.args`: `\["--strict"\]` \(workspace\), used where `myp/,
    );
    assert.match(text, /`python\.analysis\.extraPaths` is `\["lib"\]`: not used, because/);
  });

  it('holds no secrets, and not where the home folder is', () => {
    assert.match(text, /`mypy\.env`: set \(user\), not used/);
    assert.doesNotMatch(text, /hunter2|\/home\/me/);
  });

  it('is there without a server', () => {
    const alone = describeExtension({ ...WINDOW, isTrusted: false, folders: [] }, null);
    assert.match(alone, /The language server does not run/);
    assert.match(alone, /not trusted: nothing of it is run/);
  });
});
