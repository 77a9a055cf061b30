import type { ActivationTimes } from '../activation/measure-activation.js';
import type { ProcessMemory } from './process-memory.js';

export interface ServerMemory extends ProcessMemory {
  /** In the project and in its baseline. */
  readonly errors: number;
}

/** What the extension takes of a person's machine. */
export interface Footprint {
  readonly vsixBytes: number;
  readonly activation: ActivationTimes;
  readonly server: readonly ServerMemory[];
}

/** What the footprint may be at most. */
const TARGETS = { vsixKb: 1024, activationMs: 60, serverMbAt6000: 120 };

export function formatJson({ vsixBytes, activation, server }: Footprint): string {
  const report = {
    vsixKb: Math.round(vsixBytes / 1024),
    activation: {
      medianMs: Math.round(activation.medianMs),
      slowestMs: Math.round(activation.slowestMs),
      rounds: activation.times.length,
    },
    server: server.map(roundMemory),
    targets: TARGETS,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A Markdown table. */
export function formatTable({ vsixBytes, activation, server }: Footprint): string {
  const { medianMs, slowestMs, times } = activation;
  return [
    `The package has ${Math.round(vsixBytes / 1024)} kB.`,
    `The extension is active after ${medianMs.toFixed(0)} ms (median of ${times.length}, slowest ${slowestMs.toFixed(0)} ms).`,
    '',
    '| errors | server, idle after three saves (MB) | at most (MB) |',
    '|---|---|---|',
    ...server.map(roundMemory).map(({ errors, residentMb, peakMb }) => {
      return `| ${errors.toLocaleString('en')} | ${residentMb} | ${peakMb ?? '–'} |`;
    }),
    '',
  ].join('\n');
}

function roundMemory({ errors, residentMb, peakMb }: ServerMemory): ServerMemory {
  return {
    errors,
    residentMb: Math.round(residentMb),
    peakMb: peakMb === null ? null : Math.round(peakMb),
  };
}
