import { readFileSync } from 'node:fs';
import { childEnvironment } from '../command/child-environment.js';
import { mypyArguments } from '../command/mypy-arguments.js';
import type { MypyInvocation } from '../configuration/mypy-invocation.js';

/** Raised whenever what is kept means something else. */
const FORMAT = 1;

/** Variables that mypy, or Python before it, looks at by itself: also for files in a person's home. */
const READ_VARIABLES =
  /^(?:MYPY.*|PYTHON.*|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|XDG_CONFIG_HOME)$/i;

/** How a configuration file names variables whose values mypy puts in paths, on Windows by `%` too. */
const NAMES: readonly RegExp[] = [/\$\{([^}]*)\}/g, /\$(\w+)/g, /%([^%\n]*)%/g];

/** With these nobody but mypy knows which configuration it takes. */
const OWN_CONFIGURATION = /^(?:--config|@)/;

/**
 * All that decides mypy's answer beside what it asks of the file system. Two equal keys are of the
 * same command line, and of environments that mypy cannot tell from each other. Undefined where that
 * cannot be said.
 *
 * @param env Of the process that starts mypy.
 */
export function answerKey(
  invocation: MypyInvocation,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { configFile, args, root, environment } = invocation;
  if (args.some((word) => OWN_CONFIGURATION.test(word))) return undefined;
  const text = configFile === undefined ? '' : readText(configFile);
  if (text === undefined) return undefined;
  const named = new Set(
    NAMES.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase()),
    ),
  );
  const variables = Object.entries(childEnvironment(env))
    .filter(([name]) => READ_VARIABLES.test(name) || named.has(name.toLowerCase()))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([FORMAT, root, environment, mypyArguments(invocation), variables]);
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // mypy will have more to say about it than we.
    return undefined;
  }
}
