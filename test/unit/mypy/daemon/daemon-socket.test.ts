import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { askDaemon, type Reply } from '../../../../src/mypy/daemon/daemon-socket.js';
import { chooseFraming } from '../../../../src/mypy/daemon/framing/choose-framing.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';

const VERSIONS = ['1.4.1', '1.18.2', '2.0.0'] as const;

const ANSWER = { out: 'é'.repeat(100), err: '', status: 0, platform: 'linux', final: true };

describe('a request to a daemon', () => {
  let folder: TemporaryFolder;
  let server: Server;
  const sockets = new Set<Socket>();

  before(function () {
    // A pipe of Windows keeps messages apart, which a server of Node's does not.
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(async () => {
    folder = await TemporaryFolder.create();
    server = createServer({ allowHalfOpen: true }, (socket) => sockets.add(socket));
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.close();
    await folder.remove();
  });

  const connectionName = () => folder.at('dmypy.sock');

  /** @param serve What the daemon does with a connection. */
  async function ask(
    version: string,
    serve: (socket: Socket) => void,
    limits = { timeoutMs: 30_000, limitBytes: 1_000 },
  ): Promise<Reply> {
    server.on('connection', serve);
    server.listen(connectionName());
    await once(server, 'listening');
    const address = { connectionName: connectionName(), framing: chooseFraming(version) };
    return askDaemon(address, { command: 'status' }, limits);
  }

  for (const version of VERSIONS) {
    const framing = chooseFraming(version);

    /** Reads the request, then says these things, byte by byte, and hangs up. */
    const say = (messages: readonly unknown[]) => (socket: Socket) => {
      const decoder = framing.createDecoder();
      const answer = ([request]: readonly string[]) => {
        if (request === undefined) return;
        assert.equal(JSON.parse(request).command, 'status');
        for (const message of messages) {
          for (const byte of framing.encode(JSON.stringify(message))) {
            socket.write(Buffer.from([byte]));
          }
        }
        socket.end();
      };
      socket.on('data', (chunk) => answer(decoder.push(chunk)));
      socket.on('end', () => answer(decoder.end()));
    };

    it(`${framing.name}: is answered, in whatever pieces`, async () => {
      const reply = await ask(version, say([ANSWER]));
      assert.deepEqual(reply, { kind: 'answered', fields: ANSWER, stdout: '', stderr: '' });
    });

    it(`${framing.name}: is broken when the daemon hangs up`, async () => {
      const reply = await ask(version, say([]));
      assert.equal(reply.kind, 'broken', JSON.stringify(reply));
    });

    it(`${framing.name}: is broken when what comes is no message`, async () => {
      const reply = await ask(version, say([[1, 2]]));
      assert.deepEqual(reply, { kind: 'broken', detail: 'what came is no message' });
    });

    it(`${framing.name}: is broken when too much comes`, async () => {
      const reply = await ask(version, say([{ ...ANSWER, out: 'x'.repeat(2_000) }]));
      assert.equal(reply.kind, 'broken', JSON.stringify(reply));
    });

    it(`${framing.name}: is given up when nothing comes in time`, async () => {
      const limits = { timeoutMs: 20, limitBytes: 1_000 };
      const reply = await ask(version, () => undefined, limits);
      assert.deepEqual(reply, { kind: 'timed-out', afterMs: 20 });
    });

    it(`${framing.name}: is refused where nobody listens`, async () => {
      const address = { connectionName: connectionName(), framing };
      const limits = { timeoutMs: 30_000, limitBytes: 1_000 };
      const reply = await askDaemon(address, { command: 'status' }, limits);
      assert.equal(reply.kind, 'refused', JSON.stringify(reply));
    });
  }

  for (const version of ['1.18.2', '2.0.0']) {
    it(`${version}: brings what was printed meanwhile`, async () => {
      const framing = chooseFraming(version);
      const reply = await ask(version, (socket) => {
        for (const message of [{ stdout: 'a\n' }, { stderr: 'b\n' }, { stdout: 'c\n' }, ANSWER]) {
          socket.write(framing.encode(JSON.stringify(message)));
        }
      });
      const expected = { kind: 'answered', fields: ANSWER, stdout: 'a\nc\n', stderr: 'b\n' };
      assert.deepEqual(reply, expected);
    });
  }
});
