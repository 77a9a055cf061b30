import { Command } from 'commander';
import { readCorpus } from './corpus/read-corpus.js';
import { measure } from './measure.js';
import { formatJson, formatTable } from './report.js';
import { BASEDPYRIGHT } from './rules/basedpyright.js';
import { ESLINT, MYPY_BASELINE, PYREFLY } from './rules/counted.js';
import { DEFAULT, STRICT } from './rules/mypy-ratchet.js';

const RULES = [DEFAULT, STRICT, MYPY_BASELINE, BASEDPYRIGHT, PYREFLY, ESLINT];

interface MatchingOptions {
  readonly corpus: readonly string[];
  readonly json?: true;
}

function main(argv: readonly string[]): void {
  new Command('bench:matching')
    .description('How often each rule is wrong about what is new, on a labelled history')
    .requiredOption('--corpus <file...>', 'made by bench:matching:collect; .json or .json.gz')
    .option('--json', 'a JSON document instead of tables')
    .action(({ corpus: files, json }: MatchingOptions) => {
      for (const file of files) {
        const corpus = readCorpus(file);
        const gaps = measure(corpus, RULES);
        const write = json === true ? formatJson : formatTable;
        process.stdout.write(write({ corpus: corpus.name, gaps }));
      }
    })
    .parse(argv);
}

main(process.argv);
