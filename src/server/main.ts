import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { UNTRUSTED_ARGUMENT } from '../protocol/server-process.js';
import { findPackage } from '../workspace/installed-package.js';
import { IdleMemory, thisProcess } from './idle-memory.js';
import { Server } from './server.js';
import { BaselineServer } from './untrusted/baseline-server.js';

const connection = createConnection(ProposedFeatures.all);

if (process.argv.includes(UNTRUSTED_ARGUMENT)) {
  new BaselineServer(connection).listen();
} else {
  new Server(connection, {
    ...findPackage(__dirname),
    defaultStorageFolder: join(tmpdir(), 'mypy-ratchet'),
    env: process.env,
  }).listen();
}

const owner = thisProcess();
if (owner !== undefined) new IdleMemory(owner).watch();
