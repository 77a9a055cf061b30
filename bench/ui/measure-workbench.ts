import { Workbench } from '../../test/e2e/support/workbench.js';
import { commitAll } from '../../test/support/git/repository.js';
import { interpreterOf } from '../../test/support/mypy/interpreters.js';
import { LONG_FILE } from './code-base.js';
import { medianOf, PageClock } from './page-clock.js';
import type { KeyCosts, TreeCosts, TypingCosts } from './ui-costs.js';

const ROUNDS = 5;
const ROWS = '.sidebar .monaco-list-row';
const TYPED = 'total = price + tax  # and what a person writes after it, word by word';

export interface WorkbenchCosts {
  readonly tree: TreeCosts;
  readonly panelMs: number;
  readonly typing: TypingCosts;
}

/** Opens a project (absolute) in VS Code with the packaged extension, as a person has it. */
export async function measureWorkbench(folder: string): Promise<WorkbenchCosts> {
  const measured = await inWorkbench(folder, true, async (workbench, clock) => {
    await workbench.openContainer('Mypy Ratchet');
    await workbench.rows('No baseline yet').waitFor();
    await workbench.run('Mypy Ratchet: Create Baseline');
    await workbench.status(/0 new/).waitFor();
    await commitAll(folder, 'baseline');
    const tree = await measureTree(workbench, clock);
    const panelMs = await measurePanel(workbench, clock);
    return { tree, panelMs, keys: await measureKeys(workbench, clock) };
  });
  const withoutExtension = await inWorkbench(folder, false, measureKeys);
  const { tree, panelMs, keys } = measured;
  return { tree, panelMs, typing: { withExtension: keys, withoutExtension } };
}

async function inWorkbench<Measured>(
  folder: string,
  isEnabled: boolean,
  measure: (workbench: Workbench, clock: PageClock) => Promise<Measured>,
): Promise<Measured> {
  const settings = {
    'mypyRatchet.interpreter': interpreterOf('newest'),
    'mypyRatchet.enable': isEnabled,
    'files.autoSave': 'off',
  };
  const workbench = await Workbench.open({ folder, settings });
  try {
    return await measure(workbench, await PageClock.start(workbench.page));
  } finally {
    await workbench.close();
  }
}

async function measureTree(workbench: Workbench, clock: PageClock): Promise<TreeCosts> {
  const [opened, refreshed, expanded]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await workbench.openContainer('Explorer');
    const open = () => workbench.openContainer('Mypy Ratchet');
    opened.push(await clock.untilShown(ROWS, 'Optional handling', open));
    const group = (choice: string) => () =>
      workbench.choose('Mypy Ratchet: Group Tree By…', choice);
    refreshed.push(await clock.untilShown(ROWS, 'union-attr', group('Error Code')));
    const expand = () => workbench.expand('union-attr');
    expanded.push(await clock.untilShown(ROWS, 'module_', expand));
    await workbench.page
      .locator('.sidebar')
      .getByRole('button', { name: 'Collapse All' })
      .first()
      .click();
    refreshed.push(await clock.untilShown(ROWS, 'Optional handling', group('Category')));
  }
  return {
    openMs: medianOf(opened),
    refreshMs: medianOf(refreshed),
    expandMs: medianOf(expanded),
  };
}

async function measurePanel(workbench: Workbench, clock: PageClock): Promise<number> {
  const heading = workbench.webview().locator('h1');
  const paints: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await workbench.run('Mypy Ratchet: Open Report');
    paints.push(await clock.untilPainted(heading));
    await workbench.run('View: Close Editor');
    await heading.waitFor({ state: 'detached' });
  }
  return medianOf(paints);
}

async function measureKeys(workbench: Workbench, clock: PageClock): Promise<KeyCosts> {
  await workbench.openFile(LONG_FILE.path);
  await workbench.goToLine(LONG_FILE.lines / 2);
  // The first keys wake what was asleep.
  await clock.type(TYPED);
  const calm = await clock.type(TYPED);
  await workbench.save();
  const afterSave = await clock.type(TYPED);
  return { calm, afterSave };
}
