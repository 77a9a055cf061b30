import type { Measurement, Share, Tally } from './measure.js';

/** What was measured on one corpus. */
export interface MatchingReport {
  readonly corpus: string;
  readonly gaps: Measurement;
}

const HEAD = [
  'rule',
  'false alarms on P',
  'M',
  'hidden N',
  'E called new',
  'clean called red',
  'wrong twins',
  'ms',
];

/** One JSON document, on lines of its own. */
export function formatJson({ corpus, gaps }: MatchingReport): string {
  const plain = Object.fromEntries(
    [...gaps].map(([gap, tallies]) => [
      gap,
      Object.fromEntries([...tallies].map(([name, tally]) => [name, plainTally(tally)])),
    ]),
  );
  return `${JSON.stringify({ corpus, gaps: plain }, null, 2)}\n`;
}

function plainTally({ X: _undecidable, ...tally }: Tally): Omit<Tally, 'X'> {
  return { ...tally, msPerComparison: Math.round(tally.msPerComparison * 100) / 100 };
}

/** A Markdown table for each gap. */
export function formatTable({ corpus, gaps }: MatchingReport): string {
  return [...gaps]
    .map(([gap, tallies]) => {
      const [first] = tallies.values();
      const total = (label: 'P' | 'M' | 'E' | 'N') => first?.[label].of.toLocaleString('en') ?? 0;
      const title =
        `${corpus}, ${gap === 1 ? 'one commit' : `${gap} commits`} apart: ${total('P')} P, ` +
        `${total('M')} M, ${total('E')} E, ${total('N')} N`;
      const rows = [...tallies].map(([name, tally]) => formatRow(name, tally));
      return [title, '', row(HEAD), row(HEAD.map(() => '---')), ...rows, ''].join('\n');
    })
    .join('\n');
}

function formatRow(name: string, { P, M, N, E, cleanRed, twins, msPerComparison }: Tally): string {
  const hidden = N.of - N.new;
  return row([
    name,
    String(P.new),
    String(M.new),
    `${hidden} (${percent({ n: hidden, of: N.of })})`,
    String(E.new),
    `${cleanRed.n} of ${cleanRed.of}`,
    `${twins.n} of ${twins.of}`,
    msPerComparison.toFixed(1),
  ]);
}

function percent({ n, of }: Share): string {
  return of === 0 ? '–' : `${((100 * n) / of).toFixed(1)} %`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
