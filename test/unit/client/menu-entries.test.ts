import assert from 'node:assert/strict';
import { listMenuEntries } from '../../../src/client/commands/menu-entries.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import { counts, PAUSED, projectResult, projectSnapshot } from '../../support/client/snapshots.js';

function commandsOf(...snapshots: readonly ProjectSnapshot[]): readonly string[] {
  return listMenuEntries(snapshots, false, ENGLISH).map(({ command }) => command);
}

describe('the menu behind the status bar', () => {
  it('puts first what is wrong, with the project it is wrong in', () => {
    const [first] = listMenuEntries([projectSnapshot({ stale: PAUSED })], false, ENGLISH);
    assert.equal(first?.command, 'openBlocker');
    assert.equal(first?.detail, PAUSED.message);
    assert.equal(first?.project, 'file:///shop');
  });

  it('offers the new errors only where there are some', () => {
    assert.ok(commandsOf(projectSnapshot()).includes('nextNewError'));
    const result = projectResult({ totals: counts(8, 8), newErrors: [] });
    assert.ok(!commandsOf(projectSnapshot({ result })).includes('nextNewError'));
  });

  it('offers to create a baseline or to change it, as there is one', () => {
    const absent = commandsOf(projectSnapshot({ presence: 'absent' }));
    assert.ok(absent.includes('createBaseline') && !absent.includes('updateBaseline'));
    const present = commandsOf(projectSnapshot());
    assert.ok(present.includes('updateBaseline') && !present.includes('createBaseline'));
  });

  it('offers the other of the two ways of showing', () => {
    const shown = (focus: boolean) =>
      listMenuEntries([], focus, ENGLISH).map(({ command }) => command);
    assert.ok(shown(true).includes('showAllErrors') && !shown(true).includes('focusOnNewErrors'));
    assert.ok(shown(false).includes('focusOnNewErrors'));
  });
});
