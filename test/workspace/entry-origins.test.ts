import assert from 'node:assert/strict';
import type { BaselineEntry } from '../../src/core/baseline/baseline.js';
import { serialiseEntry, serialiseHeader } from '../../src/core/baseline/serialise-baseline.js';
import { EntryOrigins } from '../../src/project/branch/entry-origins.js';
import { ENVIRONMENT } from '../support/arbitrary/entries.js';
import { entryOf } from '../support/branch/branch-case.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll, createRepository, git } from '../support/git/repository.js';

const BASELINE = 'mypy-baseline.jsonl';
const [FIRST, TWIN, LATER] = [entryOf('first'), entryOf('twin'), entryOf('later')];

describe('the origins of entries', () => {
  let folder: TemporaryFolder;
  let origins: EntryOrigins;
  beforeEach(async () => {
    folder = await TemporaryFolder.create('répo #1 x');
    const [baselinePath, gitFolder] = [folder.at(BASELINE), folder.at('.git')];
    origins = new EntryOrigins({ baselinePath, gitFolder });
  });
  afterEach(() => folder.remove());

  const write = (...lines: readonly string[]) =>
    folder.write(BASELINE, `${[serialiseHeader(ENVIRONMENT), ...lines].join('\n')}\n`);

  /** In words: the commit's subject, or why there is none. */
  async function originsOf(
    wanted: readonly BaselineEntry[],
    base: string | null = null,
  ): Promise<readonly (string | undefined)[]> {
    const found = await origins.find(wanted, base);
    return wanted.map((entry) => {
      const origin = found.get(entry);
      return origin?.kind === 'committed' ? origin.line.subject : origin?.kind;
    });
  }

  it('are commits, also of equal entries and of lines that somebody spaced by hand', async () => {
    await write(serialiseEntry(FIRST).replaceAll('",', '" , '), serialiseEntry(TWIN));
    await createRepository(folder.path);
    await write(...[FIRST, TWIN, TWIN].map((entry) => serialiseEntry(entry)));
    await folder.edit(
      BASELINE,
      serialiseEntry(FIRST),
      serialiseEntry(FIRST).replaceAll('",', '" , '),
    );
    await commitAll(folder.path, 'one more twin');
    const [one, other] = [{ ...TWIN }, { ...TWIN }];
    assert.deepEqual(await originsOf([FIRST, one, other]), ['first', 'first', 'one more twin']);
    const base = await git(folder.path, 'rev-parse', 'HEAD~1');
    assert.deepEqual(await originsOf([one], base), ['one more twin']);
  });

  it('follow HEAD, and tell what is not committed from what nobody knows', async () => {
    await write(serialiseEntry(FIRST));
    await createRepository(folder.path);
    await write(serialiseEntry(FIRST), serialiseEntry(LATER));
    assert.deepEqual(await originsOf([FIRST, LATER]), ['first', 'uncommitted']);
    await commitAll(folder.path, 'later');
    assert.deepEqual(await originsOf([FIRST, LATER]), ['first', 'later']);
    assert.deepEqual(await originsOf([FIRST], 'no-such-commit'), ['unknown']);
  });

  it('are not known without a repository', async () => {
    const place = { baselinePath: folder.at(BASELINE), gitFolder: null };
    const found = await new EntryOrigins(place).find([FIRST], null);
    assert.deepEqual(found.get(FIRST), { kind: 'unknown' });
  });
});
