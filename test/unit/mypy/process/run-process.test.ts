import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { type ProcessRequest, runProcess } from '../../../../src/mypy/process/run-process.js';
import { TemporaryFolder } from '../../../support/files/temporary-folder.js';
import { until } from '../../../support/mypy/processes.js';

/** Runs a program for Node. */
function run(script: string, changes: Partial<ProcessRequest> = {}) {
  return runProcess({
    command: process.execPath,
    args: ['-e', script],
    cwd: process.cwd(),
    env: process.env,
    signal: new AbortController().signal,
    limitBytes: 2 ** 20,
    ...changes,
  });
}

async function isGone(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

describe('runProcess', () => {
  let folder: TemporaryFolder | undefined;

  afterEach(async () => {
    await folder?.remove();
    folder = undefined;
  });

  it('collects both streams and the exit status', async () => {
    const script =
      'process.stdout.write("é🎉\\n"); process.stderr.write("no"); process.exitCode = 3';
    assert.deepEqual(await run(script), {
      kind: 'ended',
      output: { stdout: 'é🎉\n', stderr: 'no', exitCode: 3, signal: null },
    });
  });

  it('puts characters together that arrive in pieces', async () => {
    const script =
      'const b = Buffer.from("🎉"); process.stdout.write(b.subarray(0, 2), () => setTimeout(() => process.stdout.write(b.subarray(2)), 20))';
    const result = await run(script);
    assert.equal(result.kind === 'ended' && result.output.stdout, '🎉');
  });

  it('gives standard input, and ends it', async () => {
    const script = 'process.stdin.pipe(process.stdout)';
    const given = await run(script, { input: 'ü\n' });
    assert.equal(given.kind === 'ended' && given.output.stdout, 'ü\n');
    const empty = await run(script);
    assert.equal(empty.kind === 'ended' && empty.output.stdout, '');
  });

  it('tells the signal that ended it', async () => {
    const result = await run('process.kill(process.pid, "SIGKILL")');
    assert.equal(result.kind === 'ended' && result.output.signal, 'SIGKILL');
  });

  for (const command of ['/nowhere/program', `${process.execPath}/inside`, '/tmp', 'a\0b']) {
    it(`does not throw for ${JSON.stringify(command)}`, async () => {
      assert.equal((await run('', { command })).kind, 'not-started');
    });
  }

  it('ends what prints too much', async () => {
    const script = 'setInterval(() => process.stdout.write("x".repeat(65536)), 1)';
    assert.deepEqual(await run(script), { kind: 'flooded', limitBytes: 2 ** 20 });
  });

  it('ends what takes too long', async () => {
    const result = await run('setInterval(() => {}, 1000)', { timeoutMs: 50 });
    assert.deepEqual(result, { kind: 'timed-out', afterMs: 50 });
  });

  it('ends descendants together with the process, also those deaf to polite requests', async () => {
    folder = await TemporaryFolder.create();
    const file = folder.at('pids');
    const deaf = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000);';
    const script = `
      ${deaf}
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', ${JSON.stringify(`${deaf} process.send("up")`)}],
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      child.once('message', () =>
        require('node:fs').writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid + '.'));`;
    const cancelling = new AbortController();
    const running = run(script, { signal: cancelling.signal });
    let pids = '';
    await until(async () => {
      pids = (await folder?.read('pids').catch(() => '')) ?? '';
      return pids.endsWith('.');
    });
    cancelling.abort();
    assert.deepEqual(await running, { kind: 'cancelled' });
    for (const pid of pids.split(' ')) await until(() => isGone(Number.parseInt(pid, 10)));
  });

  it('does not wait for a descendant that outlives the process and holds its output', async () => {
    const script = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).unref();
      process.stdout.write('done');
      process.exit(0);`;
    const result = await run(script);
    assert.equal(result.kind === 'ended' && result.output.stdout, 'done');
  });

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    await run('', { signal });
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });
});
