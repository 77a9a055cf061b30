import { Command } from 'commander';
import { measureHistory } from './measure-history.js';

new Command('bench:history')
  .description('Time to read the history of a baseline, for the first time and again')
  .option('--json', 'a JSON document instead of a line')
  .action(async ({ json }: { readonly json?: true }) => {
    const costs = await measureHistory();
    const line = `${costs.commits} commits: ${costs.coldMs} ms, again ${costs.warmMs} ms`;
    process.stdout.write(`${json === true ? JSON.stringify(costs, null, 2) : line}\n`);
  })
  .parseAsync(process.argv)
  .catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  });
