import { run } from '../run.js';
import { measureCost, median } from './cost.js';

/** What `--verbose` says of how mypy is run. */
const MYPY_COMMAND = /^mypy runs as .*: cd \S+ && (.+)$/m;

/**
 * How much longer `check` takes than the mypy that it starts, in milliseconds: the median of the
 * differences, each of two runs in a row. Both runs have the same arguments and the same warm cache.
 *
 * @param check The command, run in `folder` without anything to read.
 * @param folder Absolute; a project without new errors.
 */
export async function measureOverhead(
  python: string,
  {
    check,
    folder,
    rounds,
  }: {
    readonly check: readonly string[];
    readonly folder: string;
    readonly rounds: number;
  },
): Promise<number> {
  const { stderr } = await run([...check, '--verbose'], folder);
  const mypy = MYPY_COMMAND.exec(stderr)?.[1];
  if (mypy === undefined) throw new Error(`check --verbose names no command: ${stderr}`);
  const shared = { cwd: folder, input: '/dev/null' };
  const differences: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = await measureCost(python, { ...shared, argv: mypy.split(' '), status: 1 });
    const whole = await measureCost(python, { ...shared, argv: check, status: 0 });
    differences.push(whole.ms - alone.ms);
  }
  return median(differences);
}
