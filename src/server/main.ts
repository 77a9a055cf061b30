import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Server } from './server.js';

new Server(createConnection(ProposedFeatures.all), {
  workerScript: join(__dirname, 'worker', 'worker.py'),
  defaultStorageFolder: join(tmpdir(), 'mypy-ratchet'),
  env: process.env,
}).listen();
