import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess } from '../cli/end-process.js';
import { findPackage } from '../workspace/installed-package.js';
import { logMessage } from './annotate.js';
import { runAction } from './run-action.js';

/** What no child of this process is to inherit: a plugin of mypy is the pull request's own code. */
const SECRETS = ['INPUT_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];

const env = { ...process.env };
for (const name of SECRETS) delete process.env[name];

const out = (text: string) => void process.stdout.write(text);
const { version, workerScript } = findPackage(__dirname);
const storageFolder = join(env['RUNNER_TEMP'] ?? tmpdir(), 'mypy-ratchet');

endProcess(
  runAction({
    env,
    cwd: env['GITHUB_WORKSPACE'] ?? process.cwd(),
    out,
    // The worker is never started: the gate runs mypy as a process of its own.
    cli: { storageFolder, workerScript },
    version,
  }),
  (words) => out(logMessage('error', words)),
);
