import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { MypyError } from '../../../../src/core/error/mypy-error.js';
import { EarlyErrors } from '../../../../src/mypy/checker/early-errors.js';

const OWN = join('pkg', 'a.py');
const line = (path: string, message: string) => `${path}:1:1:1:2: error: ${message}  [misc]`;

describe('errors that are told early', () => {
  function listen() {
    let tell: (errors: readonly MypyError[]) => void = () => undefined;
    const told = new Promise<readonly MypyError[]>((resolve) => {
      tell = resolve;
    });
    const early = new EarlyErrors('/p', {
      paths: ['pkg/a.py'],
      onErrors: (errors) => tell(errors),
    });
    return { early, told };
  }

  it('are those of the awaited files, whole, with their notes', async () => {
    const { early, told } = listen();
    early.listen([line('pkg.py', 'no'), line(OWN, 'one'), `${OWN}:1:1:1:2: note: why`]);
    early.listen([line(OWN, 'two'), line(`${OWN}i`, 'no')]);
    const errors = await told;
    assert.deepEqual(
      errors.map(({ path, message, notes }) => [path, message, notes.map((note) => note.message)]),
      [
        ['pkg/a.py', 'one', ['why']],
        ['pkg/a.py', 'two', []],
      ],
    );
  });

  it('wait for a pause while mypy goes on printing', async () => {
    const { early, told } = listen();
    early.listen([line(OWN, 'one')]);
    early.listen([line('pkg/b.py', 'no')]);
    const { early: other, told: toldOther } = listen();
    other.listen([line(OWN, 'two')]);
    const messageOfFirst = (await Promise.race([told, toldOther]))[0]?.message;
    assert.equal(messageOfFirst, 'two');
    assert.equal((await told)[0]?.message, 'one');
  });

  it('are not told when mypy has ended', async () => {
    const { early, told } = listen();
    early.listen([line(OWN, 'one')]);
    early.end();
    const { early: other, told: toldLater } = listen();
    other.listen([line(OWN, 'two')]);
    // Timers of one length end in the order of their beginnings.
    const first = await Promise.race([told, toldLater]);
    assert.deepEqual(
      first.map(({ message }) => message),
      ['two'],
    );
  });
});
