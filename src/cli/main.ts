import { homedir } from 'node:os';
import { join } from 'node:path';
import { findPackage } from '../workspace/installed-package.js';
import { endProcess } from './end-process.js';
import { runProgram } from './program.js';
import { processTerminal } from './terminal.js';

const { version, workerScript } = findPackage(__dirname);
const storageFolder = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'mypy-ratchet',
);
const terminal = processTerminal(process);

endProcess(
  runProgram(process.argv.slice(2), {
    terminal,
    surroundings: { storageFolder, workerScript },
    version,
  }),
  (words) => terminal.err(`${words}\n`),
);
