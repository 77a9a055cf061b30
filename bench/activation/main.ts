import { type ActivationTimes, measureActivation } from './measure-activation.js';

const ROUNDS = 5;

function format({ medianMs, slowestMs, times }: ActivationTimes): string {
  return `activation without a Python file: median ${medianMs.toFixed(0)} ms, slowest of ${times.length} ${slowestMs.toFixed(0)} ms`;
}

async function main(args: readonly string[]): Promise<void> {
  const activation = await measureActivation(ROUNDS);
  const text = args.includes('--json')
    ? JSON.stringify({ activation }, null, 2)
    : format(activation);
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
