import type { KeyCosts, UiCosts } from './ui-costs.js';

/** The most that each may take, in milliseconds. */
const TARGETS = {
  historyCold: 3_000,
  historyWarm: 100,
  treeOpen: 200,
  treeRefresh: 100,
  panel: 500,
  /** More than without the extension: less than a frame of 60 in a second. */
  key: 16,
} as const;

/** The targets that were missed, in words. */
export function listMissed({
  history,
  tree,
  panel,
  typing,
}: Omit<UiCosts, 'missed'>): readonly string[] {
  const { withExtension, withoutExtension } = typing;
  const held: readonly (readonly [name: string, took: number, most: number])[] = [
    ['history, cold', history.coldMs, TARGETS.historyCold],
    ['history, warm', history.warmMs, TARGETS.historyWarm],
    ['tree, opened', tree.openMs, TARGETS.treeOpen],
    ['tree, refreshed', tree.refreshMs, TARGETS.treeRefresh],
    ['panel, painted in the workbench', panel.workbenchMs, TARGETS.panel],
    ...keyTimes(withExtension, withoutExtension),
  ];
  return held
    .filter(([, took, most]) => !(took <= most))
    .map(([name, took, most]) => `${name}: ${took} ms, and ${most} ms were the most`);
}

function keyTimes(given: KeyCosts, without: KeyCosts) {
  return (['calm', 'afterSave'] as const).map((kind) => {
    const added = given[kind].medianMs - without[kind].medianMs;
    return [`typing, ${kind}, added`, added, TARGETS.key] as const;
  });
}

export function formatTable({ errors, history, tree, panel, typing, missed }: UiCosts): string {
  const { withExtension, withoutExtension } = typing;
  const key = ({ medianMs, p95Ms }: KeyCosts['calm']) => `${medianMs} (95 %: ${p95Ms})`;
  const rows = [
    [`history of ${history.commits} commits, first time`, history.coldMs],
    ['history again', history.warmMs],
    [`tree of ${errors} errors opens`, tree.openMs],
    ['tree is grouped another way', tree.refreshMs],
    ['a row with 1,000 files is opened', tree.expandMs],
    ['report page made', panel.renderMs],
    ['report page painted', panel.pageMs],
    ['report in the workbench, from the click', panel.workbenchMs],
    ['a key in 5,000 lines', key(withExtension.calm)],
    ['the same without the extension', key(withoutExtension.calm)],
    ['a key after a save', key(withExtension.afterSave)],
    ['the same without the extension', key(withoutExtension.afterSave)],
  ];
  const lines = rows.map(([name, time]) => `| ${name} | ${time} |`);
  const end = missed.length === 0 ? 'Every target is met.' : `Missed: ${missed.join('; ')}.`;
  return ['| what | ms |', '|---|---|', ...lines, '', end, ''].join('\n');
}
