/** An axis from its lowest to its highest tick. */
export interface Scale {
  /** Evenly spaced, ascending, at least two. */
  readonly ticks: readonly number[];
}

/** How many steps an axis has at most. */
const MOST_STEPS = 4;

/**
 * A scale of whole, round numbers that holds all values. It begins at zero unless all values lie so
 * far above that a line over them would look flat.
 */
export function scaleOf(values: readonly number[]): Scale {
  const highest = Math.max(...values, 1);
  const lowest = Math.min(...values, highest);
  // At least a tenth below, or the loss of one error would look like a fall.
  const room = Math.max((highest - lowest) / 2, highest / 10);
  const from = lowest > highest / 2 ? lowest - room : 0;
  const step = roundStep(Math.max(highest - from, 1) / MOST_STEPS);
  const first = Math.max(0, Math.floor(from / step));
  const last = Math.max(Math.ceil(highest / step), first + 1);
  return { ticks: Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step) };
}

/** Where a value lies on the scale: 0 at its lowest tick, 1 at its highest. */
export function positionOn({ ticks }: Scale, value: number): number {
  const lowest = ticks[0] ?? 0;
  const highest = ticks.at(-1) ?? 1;
  return (value - lowest) / (highest - lowest);
}

/** The next of 1, 2, 5, 10, 20, 50… that is not less. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const factor = [1, 2, 5].find((candidate) => candidate * power >= least) ?? 10;
  return factor * power;
}
