import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import type { BaselineEntry } from '../../../src/core/baseline/baseline.js';
import { reconcile } from '../../../src/core/compare/reconcile.js';
import { NO_CHANGES } from '../../../src/core/compare/source-changes.js';
import { summarise } from '../../../src/core/counts/summarise.js';
import { INITIAL_STATE, type ProjectState } from '../../../src/project/project-state.js';
import { toHover } from '../../../src/server/hover.js';
import { ENVIRONMENT } from '../../support/arbitrary/entries.js';
import { toErrors } from '../../support/arbitrary/errors.js';

const KNOWN: BaselineEntry = {
  path: 'a.py',
  code: 'arg-type',
  scope: 'add',
  message: 'Argument 1 to "add" has incompatible type "str"; expected "int"',
  text: 'add(name)',
};

/** A project with these errors, one a line, and this baseline. */
function stateOf(
  errors: readonly BaselineEntry[],
  entries: readonly BaselineEntry[],
): ProjectState {
  const reconciliation = reconcile(toErrors(errors), entries, entries);
  const result = {
    reconciliation,
    ids: errors.map((_, index) => String(index)),
    unchanged: [],
    summary: summarise(reconciliation, []),
    entries,
    committed: entries,
    isFileDeleted: false,
    changes: NO_CHANGES,
    environment: ENVIRONMENT,
    checkedAt: 0,
    durationMs: 0,
    checkedFiles: 1,
    authority: 'plain' as const,
  };
  return { ...INITIAL_STATE, presence: 'committed', result };
}

function hoverOf(state: ProjectState, line: number, path = 'a.py'): string {
  const contents = toHover(state, path, { line: line - 1, character: 0 })?.contents;
  return contents !== undefined && MarkupContent.is(contents) ? contents.value : '';
}

describe('pointing at an error', () => {
  it('says nothing of what its entry describes word for word', () => {
    assert.equal(hoverOf(stateOf([KNOWN], [KNOWN]), 1), '');
  });

  it('says by which evidence an error is known, and what its line was', () => {
    const edited = { ...KNOWN, text: 'add(names)' };
    assert.equal(
      hoverOf(stateOf([edited], [KNOWN]), 1),
      '`arg-type` is **baseline**: the line was edited, and mypy still finds the same wrong with it.' +
        '\n\nIt was:\n```python\nadd(name)\n```',
    );
  });

  it('says that an error is new, and which equal one is not', () => {
    assert.match(hoverOf(stateOf([KNOWN], []), 1), /is \*\*new\*\*: no entry/);
    assert.match(
      hoverOf(stateOf([KNOWN, KNOWN], [KNOWN]), 2),
      /is \*\*new\*\*: the equal error on line 1 has the entry/,
    );
  });

  it('says why somebody accepted it, whatever the words hold', () => {
    const acceptance = { reason: 'see ```` [x](y) \u202e', expires: '2027-01-31' };
    const hover = hoverOf(stateOf([KNOWN], [{ ...KNOWN, acceptance }]), 1);
    assert.match(hover, /Accepted because:\n`````\nsee ```` \[x\]\(y\) \[U\+202E\]\n`````/);
    assert.match(hover, /Accepted until 2027-01-31\./);
  });

  it('says nothing elsewhere, nor before there is a baseline', () => {
    const state = stateOf([KNOWN], []);
    assert.equal(hoverOf(state, 2), '');
    assert.equal(hoverOf(state, 1, 'b.py'), '');
    assert.equal(hoverOf({ ...state, presence: 'absent' }, 1), '');
    assert.equal(hoverOf(INITIAL_STATE, 1), '');
  });
});
