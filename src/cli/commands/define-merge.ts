import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { runMerge } from './merge.js';

const EXAMPLES = `
For a repository where union merges are not enough:
  git config merge.mypy-ratchet.driver "mypy-ratchet merge %O %A %B %P"
  echo 'mypy-baseline.jsonl merge=mypy-ratchet' >> .gitattributes`;

/** For git, not for people. */
export function defineMerge(program: Command, context: CommandContext): void {
  program
    .command('merge')
    .description("git's merge driver for the baseline: three files in, the result into OURS")
    .argument('<base>', 'the common ancestor (%O)')
    .argument('<ours>', 'this branch, and the result (%A)')
    .argument('<theirs>', 'the other branch (%B)')
    .argument('[path]', 'the path in the repository, for messages (%P)')
    .addHelpText('after', EXAMPLES)
    .action(async (base: string, ours: string, theirs: string, path: string | undefined) => {
      const files = { base, ours, theirs, ...(path !== undefined && { path }) };
      context.end(await runMerge(files, context.terminal));
    });
}
