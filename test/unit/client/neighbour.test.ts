import assert from 'node:assert/strict';
import {
  findSilencer,
  NEIGHBOURS,
  type Neighbour,
  type NeighbourSwitches,
  showsErrors,
} from '../../../src/client/neighbours/neighbour.js';

const DEFAULTS: NeighbourSwitches = { enabled: true, ignorePatterns: [], reportingScope: 'file' };

/** The switches as they are after what a silencer sets. */
function silenced(neighbour: Neighbour, switches: NeighbourSwitches): NeighbourSwitches {
  const silencer = findSilencer(neighbour, switches);
  if (silencer.kind === 'disable') return switches;
  return typeof silencer.value === 'boolean'
    ? { ...switches, enabled: silencer.value }
    : { ...switches, ignorePatterns: silencer.value };
}

describe('another mypy extension', () => {
  for (const neighbour of NEIGHBOURS) {
    it(`shows errors by default, and none when it is silenced: ${neighbour.name}`, () => {
      assert.equal(showsErrors(neighbour, DEFAULTS), true);
      assert.equal(showsErrors(neighbour, silenced(neighbour, DEFAULTS)), false);
    });
  }

  it('keeps the patterns that were there', () => {
    const [checker] = NEIGHBOURS;
    assert.ok(checker);
    const switches = { ...DEFAULTS, ignorePatterns: ['build/**'] };
    assert.deepEqual(silenced(checker, switches).ignorePatterns, ['build/**', '**']);
  });

  it('that checks the workspace has to be disabled by hand', () => {
    const [checker] = NEIGHBOURS;
    assert.ok(checker);
    const switches = { ...DEFAULTS, reportingScope: 'workspace', ignorePatterns: ['**'] };
    assert.equal(findSilencer(checker, switches).kind, 'disable');
    assert.equal(showsErrors(checker, switches), true);
  });
});
