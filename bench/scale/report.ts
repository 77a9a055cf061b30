import type { Case } from './code-base.js';
import type { CaseCost } from './measure-case.js';

export type SizeCosts = ReadonlyMap<Case, CaseCost>;
/** By number of errors. */
export type ScaleCosts = ReadonlyMap<number, SizeCosts>;

/** The usual case of each size, and beside it the others under `worst`. */
export function formatJson(sizes: ScaleCosts): string {
  const plain = [...sizes].map(([errors, costs]) => {
    const { usual, ...worst } = Object.fromEntries(
      [...costs].map(([kind, cost]) => [kind, roundCost(cost)]),
    );
    return [errors, { ...usual, worst }];
  });
  return `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`;
}

/** A Markdown table. */
export function formatTable(sizes: ScaleCosts): string {
  const rows = [...sizes].flatMap(([errors, costs]) =>
    [...costs].map(([kind, cost]) => {
      const { compareMs, parseMs, serialiseMs, rssMb } = roundCost(cost);
      const cells = [errors.toLocaleString('en'), kind, compareMs, parseMs, serialiseMs, rssMb];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [
    '| errors | case | compare (ms) | read (ms) | write (ms) | memory (MB) |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function roundCost({ compareMs, parseMs, serialiseMs, rssMb }: CaseCost): CaseCost {
  return {
    compareMs: Math.round(compareMs),
    parseMs: Math.round(parseMs),
    serialiseMs: Math.round(serialiseMs),
    rssMb: Math.round(rssMb),
  };
}
