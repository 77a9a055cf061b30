// `npm start [-- FOLDER] [--no-open]`: the category table of a project, then the project in VS Code.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePackages } from './setup/node-packages.mjs';
import { MYPY_VERSIONS, mypyEnvironment } from './setup/python.mjs';
import { ask, run, SetupError, say } from './setup/run.mjs';
import { vscodeServer } from './setup/vscode-server.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SAMPLE = join(ROOT, 'sample');

async function main(args) {
  const folder = args.find((argument) => !argument.startsWith('--'));
  const project = folder === undefined ? SAMPLE : resolve(process.env.INIT_CWD ?? '.', folder);
  await nodePackages(ROOT);
  await run(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT });
  // The sample has no environment of its own; a person's project has the one that counts.
  const python = project === SAMPLE ? await mypyEnvironment(MYPY_VERSIONS.newest) : undefined;
  say('');
  printTable(project, python);
  if (args.includes('--no-open')) return;
  await openVscode(project, python);
}

function printTable(project, python) {
  const interpreter = python === undefined ? [] : ['--interpreter', python];
  const args = [join(ROOT, 'dist', 'cli.js'), 'status', '--project', project, ...interpreter];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status === 0) return;
  say(`\nNo table for ${project}: the lines above say why. In VS Code the view says it too.`);
}

/** Desktop VS Code where there is one; else its server build, to be opened in a browser. */
async function openVscode(project, python) {
  // An activated environment is what the extension would find by itself.
  const env = python === undefined ? {} : { VIRTUAL_ENV: dirname(dirname(python)) };
  if (hasDisplay() && ask('code', ['--version']) !== undefined) {
    say('\nOpening desktop VS Code …');
    await run('code', ['--new-window', `--extensionDevelopmentPath=${ROOT}`, project], {
      env: { ...process.env, ...env },
    });
    return;
  }
  await serveVscode(project, env);
}

function hasDisplay() {
  return (
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  );
}

async function serveVscode(project, env) {
  const installation = await vscodeServer();
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], { cwd: ROOT });
  const load = createRequire(join(ROOT, 'out', 'start.js'));
  const { VscodeServer } = load('./test/support/vscode-host/vscode-server.js');
  const { workbenchAddress } = load('./test/support/vscode-host/workbench-address.js');
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-start-'));
  const server = await VscodeServer.start({
    installation,
    userDataFolder: join(scratch, 'user'),
    extensionsFolder: join(scratch, 'extensions'),
    disableWorkspaceTrust: true,
    env,
  });
  const request = { folder: project, extensionDevelopmentPaths: [ROOT] };
  say(`\nVS Code is ready. Open this address in a browser; Ctrl-C ends it:\n`);
  say(`  ${workbenchAddress(server.address, request)}\n`);
  await interrupted();
  await server.stop();
  await rm(scratch, { recursive: true, force: true });
}

function interrupted() {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, done);
  });
}

main(process.argv.slice(2)).catch((error) => {
  say(error instanceof SetupError ? `\n${error.message}` : `\n${error.stack}`);
  process.exitCode = 1;
});
