import { spawn, spawnSync } from 'node:child_process';

/** A step of the set-up that failed, in words that say what to do. */
export class SetupError extends Error {}

/** On Windows npm and code are scripts, which only a shell can start. */
const NEEDS_SHELL = process.platform === 'win32';

/** Runs a command and shows its output; rejects with what to do when it fails. */
export function run(command, args, { advice, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new SetupError(`${command} ${args.join(' ')} ${why}. ${advice ?? ''}`.trim()));
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: needsShell(command),
      ...options,
    });
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : fail(`ended with ${signal ?? `exit code ${code}`}`),
    );
  });
}

/** What a command prints, or undefined when it fails or is not there. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: needsShell(command),
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** Says what is being done; a download may take a while. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

function needsShell(command) {
  return NEEDS_SHELL && ['npm', 'npx', 'code'].includes(command);
}
