import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';

/** The command line, read. */
export interface CollectOptions {
  readonly repo?: string;
  /** `/`-separated, relative to the repository. */
  readonly package: readonly string[];
  readonly commits: number;
  readonly out: string;
  readonly python?: string;
  readonly mypyArgs: readonly string[];
  readonly configured?: true;
  readonly gap: readonly number[];
  readonly pypi?: string;
  readonly releases: string;
  readonly install: readonly string[];
  readonly history?: string;
}

const EXAMPLES = `
Examples:
  npm run bench:matching:collect -- --repo ../app --package app --commits 200 --out app.json.gz
  npm run bench:matching:collect -- --pypi redis --releases 40 --package redis --out redis.json.gz`;

const GAPS = [1, 20];

/** Reads the command line; commander ends the process for one that it does not understand. */
export function readOptions(args: readonly string[]): CollectOptions {
  return new Command('bench:matching:collect')
    .description('Makes a corpus of errors, commit by commit, with the truth about each by git.')
    .option('--repo <folder>', 'a git repository')
    .option('--package <folder>', 'a folder in it to check; may be repeated', collectFolder, [])
    .option('--commits <number>', 'how many of the last that touch the package', toCount, 100)
    .requiredOption('--out <file>', 'the corpus: .json, or .json.gz', (file) => resolve(file))
    .option('--python <interpreter>', 'one that has mypy; default: the newest of the set-up')
    .option('--mypy-args <arguments>', 'separated by spaces', splitWords, ['--strict'])
    .option('--configured', "use the repository's own mypy configuration")
    .option(
      '--gap <number>',
      'commits between the two of a pair; may be repeated',
      collectGap,
      GAPS,
    )
    .option('--pypi <project>', 'a project on PyPI, of which each release is a commit')
    .option('--releases <versions>', 'separated by commas, from..to, or how many of the last', '12')
    .option(
      '--install <requirement>',
      'what to install beside mypy; may be repeated',
      collectText,
      [],
    )
    .option('--history <name>', 'a history named in bench/matching/collect/histories.ts')
    .addHelpText('after', EXAMPLES)
    .parse(args, { from: 'user' })
    .opts<CollectOptions>();
}

function collectFolder(value: string, before: readonly string[]): readonly string[] {
  return [...before, value.replaceAll('\\', '/').replace(/\/+$/, '')];
}

function collectText(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** The first one that is given takes the place of the default. */
function collectGap(value: string, before: readonly number[]): readonly number[] {
  return [...(before === GAPS ? [] : before), toCount(value)];
}

function splitWords(value: string): readonly string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}

function toCount(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It is not a number from 1 on.');
  return Number(value);
}
