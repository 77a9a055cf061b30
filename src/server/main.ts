import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { findPackage } from '../workspace/installed-package.js';
import { IdleMemory, thisProcess } from './idle-memory.js';
import { Server } from './server.js';

new Server(createConnection(ProposedFeatures.all), {
  ...findPackage(__dirname),
  defaultStorageFolder: join(tmpdir(), 'mypy-ratchet'),
  env: process.env,
}).listen();

const owner = thisProcess();
if (owner !== undefined) new IdleMemory(owner).watch();
