import { INTERPRETERS } from '../support/mypy/interpreters.js';
import { parseOptions } from './options.js';
import { describeReport, listFaults } from './report.js';
import { Soak, SoakFailure } from './soak.js';

async function main(args: readonly string[]): Promise<boolean> {
  const { json, ...options } = parseOptions(args, process.env);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const report = await Soak.run({ ...options, say });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : describeReport(report));
  const faults = listFaults(report);
  for (const fault of faults) say(fault);
  return faults.length === 0;
}

main(process.argv.slice(2)).then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    const text = error instanceof SoakFailure ? error.message : String(error);
    process.stderr.write(`${text}\n(interpreters: ${[...INTERPRETERS.keys()].join(', ')})\n`);
    process.exitCode = 1;
  },
);
