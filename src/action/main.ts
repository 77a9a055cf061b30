import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../cli/exit-code.js';
import { packageVersion } from '../cli/package-version.js';
import { logMessage } from './annotate.js';
import { runAction } from './run-action.js';

/** What no child of this process is to inherit: a plugin of mypy is the pull request's own code. */
const SECRETS = ['INPUT_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

const env = { ...process.env };
for (const name of SECRETS) delete process.env[name];

const out = (text: string) => void process.stdout.write(text);

runAction({
  env,
  cwd: env['GITHUB_WORKSPACE'] ?? process.cwd(),
  out,
  cli: {
    storageFolder: join(env['RUNNER_TEMP'] ?? tmpdir(), 'mypy-ratchet'),
    // Never started: the gate runs mypy as a process of its own.
    workerScript: join(__dirname, 'worker', 'worker.py'),
  },
  version: packageVersion(join(__dirname, '..', 'package.json')),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    out(
      logMessage('error', error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    process.exitCode = EXIT.failed;
  },
);
