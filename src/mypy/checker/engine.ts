import { childEnvironment } from '../command/child-environment.js';
import { mypyArguments } from '../command/mypy-arguments.js';
import { mypyCommand, pythonOptions } from '../command/python-command.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';
import { Child, type ChildCommand, startChild } from '../process/child.js';
import { WorkerProcess } from '../worker/worker-process.js';
import type { CheckOptions } from './checker.js';

/** What a checker needs from its surroundings. */
export interface CheckerPorts {
  /** Absolute path of `worker.py`. */
  readonly workerScript: string;
  /** One line for the log, without a line break. */
  readonly log: (line: string) => void;
  /** Variables that mypy inherits; ours by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether other processes take over what is found here; not when absent. */
  readonly sharesAnswers?: boolean;
}

/** The program that is mypy's command line, for an invocation. */
export function describeMypy(invocation: MypyInvocation, ports: CheckerPorts): ChildCommand {
  const args = [...mypyCommand(invocation.environment), ...mypyArguments(invocation)];
  return describePython(invocation, ports, args);
}

/** The program that runs `worker.py` with one of its commands. */
export function describeWorker(
  invocation: MypyInvocation,
  ports: CheckerPorts,
  command: 'serve' | 'forget',
): ChildCommand {
  const args = [...pythonOptions(invocation.environment), ports.workerScript, command];
  return describePython(invocation, ports, args);
}

/** The program that is mypy's daemon in the foreground, with its own files in a folder. */
export function describeDaemon(
  invocation: MypyInvocation,
  ports: CheckerPorts,
  folder: string,
  idleSeconds: number,
): ChildCommand {
  const flags = mypyArguments({ ...invocation, targets: [] });
  const worker = [...pythonOptions(invocation.environment), ports.workerScript, 'daemon', folder];
  const args = [...worker, '--timeout', String(idleSeconds), '--', ...flags];
  return describePython(invocation, ports, args);
}

/** Starts a worker for an invocation, or says why the system refuses. */
export function startWorker(
  invocation: MypyInvocation,
  ports: CheckerPorts,
): WorkerProcess | string {
  const child = startChild(describeWorker(invocation, ports, 'serve'));
  return child instanceof Child ? new WorkerProcess(child) : child.detail;
}

/**
 * What `worker.py` reads from its standard input: one line.
 *
 * @param awaited Paths as mypy prints them.
 */
export function formatRequest(
  invocation: MypyInvocation,
  {
    forget = [],
    repair = false,
    countInto,
    record,
  }: Pick<CheckOptions, 'forget' | 'repair' | 'countInto' | 'record'>,
  awaited: readonly string[] = [],
): string {
  const { cacheFolder } = invocation;
  const args = mypyArguments(invocation);
  const reads = record && { file: record.file, token: record.token };
  return `${JSON.stringify({ args, cacheFolder, forget, repair, countInto, awaited, reads })}\n`;
}

function describePython(
  { environment, root }: MypyInvocation,
  { env = process.env }: CheckerPorts,
  args: readonly string[],
): ChildCommand {
  return { command: environment.interpreter, args, cwd: root, env: childEnvironment(env) };
}
