import { isRecord } from '../../core/json/is-record.js';
import { isAtLeast } from '../../core/output/version.js';
import type { RejectedInterpreter } from '../../core/problem/problem.js';
import { runProcess } from '../process/run-process.js';
import type { MypyEnvironment } from './environment.js';

/** What an interpreter says about itself and its mypy. */
export type Probed =
  | { readonly kind: 'mypy'; readonly environment: Omit<MypyEnvironment, 'origin'> }
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
const LIMIT_BYTES = 2 ** 20;

// Python 2 must be able to parse it. The current folder must not shadow mypy, as it will not when
// mypy is run; user site and PYTHONPATH count then, so this cannot be `-I`. mypy.build tells
// whether mypyc compiled it, without being imported.
const QUESTION = `
import sys
if sys.path[:1] == ['']:
    del sys.path[0]
import json
answer = {'python': '%d.%d' % sys.version_info[:2], 'platform': sys.platform,
          'executable': sys.executable}
try:
    from importlib.util import find_spec
    from mypy.version import __version__
    answer['mypy'] = __version__
    answer['compiled'] = not find_spec('mypy.build').origin.endswith('.py')
except Exception as error:
    answer['error'] = '%s: %s' % (type(error).__name__, error)
print('mypy-ratchet ' + json.dumps(answer))
`;

/** A probe that starts interpreters in a folder with an environment of variables. */
export function createProbe(cwd: string, env: Readonly<Record<string, string | undefined>>): Probe {
  return async (interpreter, signal) => {
    const result = await runProcess({
      command: interpreter,
      args: ['-c', QUESTION],
      cwd,
      env: { ...env, PYTHONIOENCODING: 'utf-8' },
      signal,
      limitBytes: LIMIT_BYTES,
      timeoutMs: TIMEOUT_MS,
    });
    switch (result.kind) {
      case 'ended':
        return readAnswer(result.output.stdout, result.output.stderr);
      case 'not-started':
        return reject('not-python', result.detail);
      case 'cancelled':
        return reject('not-python', 'cancelled');
      case 'timed-out':
        return reject('not-python', `no answer within ${result.afterMs / 1000} s`);
      case 'flooded':
        return reject('not-python', `answered with more than ${result.limitBytes} bytes`);
    }
  };
}

/** Reads what the question prints; `sitecustomize` and the like may print more around it. */
export function readAnswer(stdout: string, stderr: string): Probed {
  const json = /^mypy-ratchet (\{.*\})\r?$/m.exec(stdout)?.[1];
  if (json === undefined) return reject('not-python', lastLine(stderr) || lastLine(stdout));
  const answer: unknown = JSON.parse(json);
  const executable = read(answer, 'executable');
  const pythonVersion = read(answer, 'python');
  const platform = read(answer, 'platform');
  if (!executable || !pythonVersion || !platform) return reject('not-python', json);
  const mypyVersion = read(answer, 'mypy');
  if (mypyVersion === undefined) return reject('no-mypy', read(answer, 'error') ?? '');
  if (!isAtLeast(mypyVersion, 0, OLDEST_MINOR)) return reject('too-old', `mypy ${mypyVersion}`);
  const compiled = isRecord(answer) && answer['compiled'] === true;
  return {
    kind: 'mypy',
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
