import { homedir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit-code.js';
import { packageVersion } from './package-version.js';
import { runProgram } from './program.js';
import { processTerminal } from './terminal.js';

runProgram(process.argv.slice(2), {
  terminal: processTerminal(process),
  surroundings: {
    storageFolder: join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mypy-ratchet'),
    workerScript: join(__dirname, 'worker', 'worker.py'),
  },
  version: packageVersion(join(__dirname, '..', 'package.json')),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = EXIT.failed;
  },
);
