import { parseArgs } from 'node:util';
import { INTERPRETERS } from '../support/mypy/interpreters.js';
import type { SoakOptions } from './soak.js';

/** What `npm run soak` was asked for. */
export interface RunOptions extends SoakOptions {
  readonly json: boolean;
}

/** Reads the words of the command line; throws on those that mean nothing. */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      steps: { type: 'string', default: '500' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      python: { type: 'string', default: 'newest' },
      only: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    steps: toNumber(values.steps),
    seed: toNumber(values.seed),
    interpreter: findInterpreter(values.python, env),
    ...(values.only === undefined ? {} : { only: values.only }),
    json: values.json,
  };
}

/** @param name A version that the tests have, or the path of an interpreter. */
function findInterpreter(name: string, env: Readonly<Record<string, string | undefined>>): string {
  const variable = INTERPRETERS.get(name);
  const path = variable === undefined ? name : env[variable];
  if (path === undefined) throw new Error(`${variable} is not set: use npm run soak`);
  return path;
}

function toNumber(word: string): number {
  if (!/^\d+$/.test(word)) throw new Error(`${word} is no number`);
  return Number(word);
}
