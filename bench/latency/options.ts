import { parseArgs } from 'node:util';

/** What of the benchmark is wanted; empty lists for all of it. */
export interface LatencyOptions {
  readonly json: boolean;
  readonly trees: readonly string[];
  readonly rows: readonly string[];
  readonly contestants: readonly string[];
  /** How often each number is measured. */
  readonly runs: number;
  /** Whether our own share is measured. */
  readonly ownShare: boolean;
}

/** Reads the command line; throws for what it does not know. */
export function parseOptions(args: readonly string[]): LatencyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      trees: { type: 'string', default: '' },
      rows: { type: 'string', default: '' },
      contestants: { type: 'string', default: '' },
      runs: { type: 'string', default: '7' },
      'no-own-share': { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs} is no number`);
  return {
    json: values.json,
    trees: listOf(values.trees),
    rows: listOf(values.rows),
    contestants: listOf(values.contestants),
    runs,
    ownShare: !values['no-own-share'],
  };
}

/** Those that are named, all when none is; throws where one is not known. */
export function choose<Item extends { readonly name: string }>(
  items: readonly Item[],
  names: readonly string[],
): readonly Item[] {
  const unknown = names.filter((name) => !items.some((item) => item.name === name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}`);
  return names.length === 0 ? items : items.filter(({ name }) => names.includes(name));
}

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}
