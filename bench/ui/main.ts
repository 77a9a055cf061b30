import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { measureHistory } from '../history/measure-history.js';
import { ERRORS, writeCodeBase } from './code-base.js';
import { measurePage } from './measure-page.js';
import { measureWorkbench } from './measure-workbench.js';
import { formatTable, listMissed } from './report.js';
import type { UiCosts } from './ui-costs.js';

async function measure(): Promise<UiCosts> {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-ui-'));
  try {
    const history = await measureHistory();
    const page = await measurePage();
    await writeCodeBase(folder);
    const { tree, panelMs, typing } = await measureWorkbench(folder);
    const panel = { ...page, workbenchMs: panelMs };
    const costs = { errors: ERRORS, history, tree, panel, typing };
    return { ...costs, missed: listMissed(costs) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

new Command('bench:ui')
  .description(
    'What a person waits for: history, tree, report and keys, at a hundred thousand errors',
  )
  .option('--json', 'a JSON document (bench/ui/ui-costs.ts) instead of a table')
  .action(async ({ json }: { readonly json?: true }) => {
    const costs = await measure();
    process.stdout.write(
      json === true ? `${JSON.stringify(costs, null, 2)}\n` : formatTable(costs),
    );
    if (costs.missed.length > 0) process.exitCode = 1;
  })
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  });
