import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { messageOf } from '../../src/core/thrown/message-of.js';
import type { Corpus } from '../../test/support/corpus/corpus.js';
import { readCorpus } from '../../test/support/corpus/read-corpus.js';
import { History } from './corpus/history.js';
import { type Measurement, measure } from './measure.js';
import { formatJson, formatTable } from './report.js';
import { BASEDPYRIGHT } from './rules/basedpyright.js';
import { ESLINT, MYPY_BASELINE, PYREFLY } from './rules/counted.js';
import { DEFAULT, STRICT, WITHOUT_GIT } from './rules/mypy-ratchet.js';

const RULES = [DEFAULT, STRICT, WITHOUT_GIT, MYPY_BASELINE, BASEDPYRIGHT, PYREFLY, ESLINT];

interface MatchingOptions {
  readonly corpus: readonly string[];
  readonly json?: true;
}

async function main(argv: readonly string[]): Promise<void> {
  await new Command('bench:matching')
    .description('How often each rule is wrong about what is new, on a labelled history')
    .requiredOption('--corpus <file...>', 'made by bench:matching:collect; .json or .json.gz')
    .option('--json', 'a JSON document instead of tables')
    .action(async ({ corpus: files, json }: MatchingOptions) => {
      for (const file of files) {
        const corpus = readCorpus(file);
        const gaps = await measureCorpus(corpus);
        const write = json === true ? formatJson : formatTable;
        process.stdout.write(write({ corpus: corpus.name, gaps }));
      }
    })
    .parseAsync(argv);
}

async function measureCorpus(corpus: Corpus): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-matching-'));
  try {
    return await measure(corpus, History.write(corpus, folder), RULES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

main(process.argv).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
