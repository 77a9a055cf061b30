import { isRecord } from '../../core/json/is-record.js';
import { isAtLeast } from '../../core/output/version.js';
import type { RejectedInterpreter } from '../../core/problem/problem.js';
import { childEnvironment } from '../command/child-environment.js';
import { Child, startChild } from '../process/child.js';
import { type Heard, WorkerProcess } from '../worker/worker-process.js';
import type { MypyEnvironment } from './environment.js';

/** What an interpreter says about itself and its mypy. */
export type Probed =
  | {
      readonly kind: 'mypy';
      readonly environment: Omit<MypyEnvironment, 'origin'>;
      /** Absolute folder of the package `mypy`. */
      readonly packageFolder: string;
      /** The process that answered, ready to become mypy. Whoever takes it has to end it. */
      readonly worker?: WorkerProcess;
    }
  | {
      readonly kind: 'rejected';
      readonly why: RejectedInterpreter['why'];
      readonly detail: string;
    };

/** Asks an interpreter. */
export type Probe = (interpreter: string, signal: AbortSignal) => Promise<Probed>;

/** 0.990 is the oldest mypy whose output is understood: error codes are shown by default since. */
const OLDEST_MINOR = 990;

const TIMEOUT_MS = 20_000;

// Python 2 must be able to parse it. The current folder must not shadow mypy; user site and
// PYTHONPATH count as they will when mypy runs, so this cannot be `-I`. mypy itself drops the first
// entry of the path (mypy/pyinfo.py), so it is replaced and not removed: by the folder that a
// console script would have put there. mypy.build tells whether mypyc compiled it, without being
// imported. Whoever has mypy goes on as the worker that the arguments name.
const QUESTION = `
import sys
import os
if sys.path[:1] == ['']:
    sys.path[0] = os.path.dirname(sys.executable)
import json
answer = {'python': '%d.%d' % sys.version_info[:2], 'platform': sys.platform,
          'executable': sys.executable}
try:
    from importlib.util import find_spec
    from mypy.version import __version__
    answer['mypy'] = __version__
    answer['compiled'] = not find_spec('mypy.build').origin.endswith('.py')
    answer['package'] = os.path.dirname(find_spec('mypy').origin)
except Exception as error:
    answer['error'] = '%s: %s' % (type(error).__name__, error)
print('mypy-ratchet ' + json.dumps(answer))
sys.stdout.flush()
if 'mypy' in answer:
    import runpy
    del sys.argv[0]
    runpy.run_path(sys.argv[0], run_name='__main__')
`;

/**
 * A probe that starts interpreters in a folder with an environment of variables. The one that has
 * mypy lives on as a worker: to start Python once more for mypy would cost as long again.
 *
 * @param workerScript Absolute path of `worker.py`.
 */
export function createProbe(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  workerScript: string,
): Probe {
  return async (interpreter, signal) => {
    const child = startChild({
      command: interpreter,
      args: ['-W', 'ignore', '-c', QUESTION, workerScript, 'run'],
      cwd,
      env: childEnvironment(env),
    });
    if (!(child instanceof Child)) return reject('not-python', child.detail);
    const worker = new WorkerProcess(child);
    const heard = await worker.hear(findAnswer, { signal, timeoutMs: TIMEOUT_MS });
    const probed = toProbed(heard, worker);
    if (probed.kind === 'mypy') return { ...probed, worker };
    await worker.kill();
    return probed;
  };
}

function toProbed(heard: Heard<string>, { output }: WorkerProcess): Probed {
  switch (heard.kind) {
    case 'line':
    case 'ended':
      return readAnswer(output.stdout, output.stderr);
    case 'not-started':
      return reject('not-python', heard.detail);
    case 'cancelled':
      return reject('not-python', 'cancelled');
    case 'late':
      return reject('not-python', `no answer within ${TIMEOUT_MS / 1000} s`);
    case 'flooded':
      return reject('not-python', 'too much output, and no answer in it');
  }
}

/** The JSON of an answer. */
function findAnswer(line: string): string | undefined {
  return /^mypy-ratchet (\{.*\})\r?$/.exec(line)?.[1];
}

/** Reads what the question prints; `sitecustomize` and the like may print more around it. */
export function readAnswer(stdout: string, stderr: string): Probed {
  const [json] = stdout.split('\n').flatMap((line) => findAnswer(line) ?? []);
  if (json === undefined) return reject('not-python', lastLine(stderr) || lastLine(stdout));
  const answer: unknown = JSON.parse(json);
  const executable = read(answer, 'executable');
  const pythonVersion = read(answer, 'python');
  const platform = read(answer, 'platform');
  if (!executable || !pythonVersion || !platform) return reject('not-python', json);
  const mypyVersion = read(answer, 'mypy');
  const packageFolder = read(answer, 'package');
  if (mypyVersion === undefined || packageFolder === undefined) {
    return reject('no-mypy', read(answer, 'error') ?? '');
  }
  if (!isAtLeast(mypyVersion, 0, OLDEST_MINOR)) return reject('too-old', `mypy ${mypyVersion}`);
  const compiled = isRecord(answer) && answer['compiled'] === true;
  return {
    kind: 'mypy',
    packageFolder,
    environment: { interpreter: executable, mypyVersion, pythonVersion, platform, compiled },
  };
}

function read(answer: unknown, key: string): string | undefined {
  const value = isRecord(answer) ? answer[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function reject(why: RejectedInterpreter['why'], detail: string): Probed {
  return { kind: 'rejected', why, detail };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
