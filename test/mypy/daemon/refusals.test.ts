import assert from 'node:assert/strict';
import { TemporaryFolder } from '../../support/files/temporary-folder.js';
import { DaemonProject } from '../../support/mypy/daemon-project.js';
import { chooseVersions, type MypyVersion } from '../../support/mypy/interpreters.js';
import { isSince } from '../../support/mypy/is-since.js';
import { errorsOf, preview } from '../../support/mypy/mypy-project.js';

const FILES = { 'a.py': 'x: int = ""\n', 'b.py': 'y: int = 1\n' };

/** Projects that the daemon does not suit, by what the log says of them. */
const UNSUITED: readonly {
  readonly why: RegExp;
  /** Outside of the matrix. */
  readonly usual: MypyVersion;
  /** Major version; an older daemon does not mind. */
  readonly since: number;
  readonly config: string;
  readonly args: readonly string[];
}[] = [
  { why: /: follow_imports/, ...forAny('1.18.2'), config: 'follow_imports = silent', args: [] },
  { why: /: .* without their paths/, ...forAny('1.4.1'), config: 'modules = a, b', args: [] },
  { why: /: local_partial/, ...forNew(), config: 'local_partial_types = False', args: [] },
  // Shortened, which is not looked for beforehand: the daemon itself refuses these.
  {
    why: /: follow-imports=silent/,
    ...forAny('1.4.1'),
    config: '',
    args: ['--follow-impo=silent'],
  },
  { why: /: .*partial-types/, ...forNew(), config: '', args: ['--no-local-partial-type'] },
];

function forAny(usual: MypyVersion): { readonly usual: MypyVersion; readonly since: number } {
  return { usual, since: 0 };
}

/** Before 2.0 the daemon turns local partial types on by itself. */
function forNew(): { readonly usual: MypyVersion; readonly since: number } {
  return { usual: 'newest', since: 2 };
}

describe("projects that mypy's daemon does not suit", () => {
  for (const { why, usual, since, config, args } of UNSUITED) {
    const [version = usual] = chooseVersions([usual]);
    it(`${version} ${config}${args.join(' ')}: are checked by plain mypy`, async function () {
      if (!isSince(version, since, 0)) this.skip();
      const elsewhere = await TemporaryFolder.create();
      await elsewhere.write('mypy.ini', `[mypy]\n${config}\n`);
      const targets = config.startsWith('modules') ? [] : ['.'];
      const overrides = { args, targets, configFile: elsewhere.at('mypy.ini') };
      const opened = await DaemonProject.create(version, FILES, overrides);
      try {
        for (let count = 0; count < 3; count++) {
          const run = await preview(opened.checker);
          assert.deepEqual(errorsOf(run), ['a.py:1 assignment']);
          assert.equal(run.kind === 'complete' && run.authority, 'plain');
          await opened.settled();
        }
        const told = opened.project.log.filter((line) => line.includes('without its daemon'));
        assert.equal(told.length, 1, opened.log);
        assert.match(told[0] ?? '', why);
        assert.deepEqual(await opened.daemons(), []);
      } finally {
        await opened.remove();
        await elsewhere.remove();
      }
    });
  }
});
