import assert from 'node:assert/strict';
import { formatAge } from '../../../src/client/branch/format-age.js';
import { listRevisionItems } from '../../../src/client/branch/revision-items.js';
import { listMenuEntries } from '../../../src/client/commands/menu-entries.js';
import { remedyOf } from '../../../src/client/commands/remedies.js';
import { decorateFiles } from '../../../src/client/explorer/decorate-files.js';
import { describeProposal, describeVerdict } from '../../../src/client/fixes/fix-text.js';
import { toLanguageStatus } from '../../../src/client/status/language-status-text.js';
import { toStatusText } from '../../../src/client/status/status-text.js';
import { toStatusTooltip } from '../../../src/client/status/status-tooltip.js';
import { listSections } from '../../../src/client/views/branch-model.js';
import {
  describeDetail,
  describeRow,
  spellSection,
} from '../../../src/client/views/branch-text.js';
import { DEFAULT_TREE_OPTIONS, describeFilter } from '../../../src/client/views/tree-options.js';
import { toViewHeader } from '../../../src/client/views/view-header.js';
import type { ProjectSnapshot } from '../../../src/protocol/messages.js';
import { branchRow, comparedBranch } from '../../support/client/branches.js';
import {
  checking,
  counts,
  NO_INTERPRETER,
  PAUSED,
  projectResult,
  projectSnapshot,
} from '../../support/client/snapshots.js';
import { MARKED, unsaidWords } from '../../support/language/marked-language.js';

/** A name, which no language has another word for. */
const NAMES = new Set([
  'mypy',
  'shop',
  'Python',
  'prewarmed',
  'main',
  'py',
  'usr',
  'bin',
  'python',
]);

/** Every state that has words of its own. The words of problems are the server's. */
const SNAPSHOTS: readonly ProjectSnapshot[] = [
  projectSnapshot(),
  projectSnapshot({ presence: 'absent' }),
  projectSnapshot({ presence: 'uncommitted', comparedWith: 'main' }),
  projectSnapshot({ result: null, activity: checking({ files: 3, lastFiles: 9, lastMs: 500 }) }),
  projectSnapshot({ result: projectResult({ authority: 'last-session' }) }),
  projectSnapshot({ result: projectResult({ authority: 'preview' }) }),
  projectSnapshot({ result: projectResult({ totals: counts(0, 0), newErrors: [] }) }),
  ...[PAUSED, NO_INTERPRETER].map((problem) =>
    projectSnapshot({ stale: { ...problem, message: '', detail: '' } }),
  ),
];

function check(texts: readonly (string | undefined)[]): void {
  assert.ok(texts.length > 0);
  const unsaid = texts.flatMap((text) => unsaidWords(text ?? ''));
  assert.deepEqual(
    unsaid.filter((word) => !NAMES.has(word)),
    [],
  );
}

describe('what a person reads is said in their language', () => {
  const formatTime = () => '10:30';

  it('in the menu, and on the buttons that help', () => {
    check([
      ...[true, false].flatMap((focus) =>
        listMenuEntries(SNAPSHOTS, focus, MARKED).map(({ label }) => label),
      ),
      ...([PAUSED, NO_INTERPRETER] as const).map((problem) => remedyOf(problem, MARKED).title),
    ]);
  });

  it('in the status bar and its tooltip', () => {
    const states = ['failed', 'starting', 'running'] as const;
    check([
      ...states.flatMap((server) =>
        SNAPSHOTS.flatMap((snapshot) => {
          const status = toStatusText(server, [snapshot], formatTime, MARKED);
          const { spoken } = toLanguageStatus(server, snapshot, formatTime, MARKED);
          return [status?.text, status?.spoken, spoken];
        }),
      ),
      ...SNAPSHOTS.map((snapshot) => toStatusTooltip([snapshot], formatTime, MARKED)),
    ]);
  });

  it('above the rows, also of what is left out', () => {
    const statuses = ['new', 'baseline'] as const;
    const filters = (['high', 'medium', 'low'] as const).flatMap((priority, index, all) => [
      describeFilter({ ...DEFAULT_TREE_OPTIONS, statuses, priorities: [priority] }, MARKED),
      describeFilter({ ...DEFAULT_TREE_OPTIONS, priorities: all.toSpliced(index, 1) }, MARKED),
    ]);
    check(filters);
    check(
      SNAPSHOTS.flatMap((snapshot) => {
        const { message, badge } = toViewHeader([snapshot], formatTime, filters[0] ?? '', MARKED);
        return [message, badge?.tooltip];
      }),
    );
  });

  it('of a branch', () => {
    const kinds = ['introduced', 'accepted', 'fixed', 'moved'] as const;
    const tiers = ['exact', 'moved', 'reworded', 'edited', 'renamed', 'relocated'] as const;
    const compared = comparedBranch();
    const { commit, totals } = compared;
    const snapshot = projectSnapshot();
    const branches = [
      { kind: 'first', name: 'main', commit },
      { kind: 'waiting', name: 'main', commit },
      { kind: 'compared', name: 'main', commit, totals, sections: [] },
    ] as const;
    check([
      ...kinds.flatMap((kind) => [spellSection(kind, 2, MARKED)]),
      ...branches
        .flatMap((branch) =>
          listSections({ kind: 'branch-project', id: '', snapshot, branch }, MARKED),
        )
        .map((node) => (node.kind === 'branch-notice' ? node.message : '')),
      ...tiers.map((tier) => {
        const row = branchRow({ kind: 'moved', path: 'main.py', tier });
        return describeRow(
          { kind: 'branch-row', id: '', snapshot, branch: compared, grouping: 'file', row },
          MARKED,
        );
      }),
      describeDetail({ kind: 'acceptance', reason: null, origin: { kind: 'uncommitted' } }, MARKED)
        .label,
      ...listRevisionItems(
        { kind: 'read', revisions: [], isShallow: false },
        '3',
        (at) => formatAge(at, 0, MARKED),
        MARKED,
      ).map((item) => (item.kind === 'heading' ? item.label : `${item.label} ${item.description}`)),
    ]);
  });

  it('of fixes, and in the Explorer', () => {
    const { message, detail } = describeProposal(
      { kind: 'proposal', id: 1, files: [], dropped: ['1', '2', '3', '4', '5', '6'] },
      MARKED,
    );
    const verdict = { kind: 'checked', caused: [], unhelpful: [] } as const;
    check([
      message,
      detail,
      ...[0, 2].map((remained) => describeVerdict({ ...verdict, gone: 1, remained }, MARKED)),
      ...[...decorateFiles(projectSnapshot(), 'all', MARKED).values()].map(
        ({ tooltip }) => tooltip,
      ),
    ]);
  });
});
