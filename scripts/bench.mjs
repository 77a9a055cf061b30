// Sets up what the benchmarks need, then runs the one that is named: `latency`, or
// `matching/collect` for one in a folder of others.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot } from './setup/cache.mjs';
import {
  mypyBaselineVariables,
  mypySourceVariables,
  pythonVariables,
  vscodeVariables,
} from './setup/environment.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { run, say } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The package as a person installs it; its path. */
async function packageVsix(root) {
  const file = join(root, 'dist', 'mypy-ratchet.vsix');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const args = [vsce, 'package', '--no-dependencies', '--out', file];
  await run(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return file;
}

async function main([name, ...args]) {
  await nodePackages(ROOT);
  const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], quiet);
  await run(process.execPath, [join(ROOT, 'scripts/build.mjs')], quiet);
  const env = {
    ...process.env,
    MYPY_RATCHET_CACHE: cacheRoot(),
    ...(await pythonVariables()),
    ...(['activation', 'footprint', 'ui'].includes(name) ? await vscodeVariables('newest') : {}),
    ...(name === 'ui' ? { MYPY_RATCHET_VSIX: await packageVsix(ROOT) } : {}),
    ...(name === 'latency' ? await mypySourceVariables() : {}),
    ...(name === 'cli' ? await mypyBaselineVariables() : {}),
  };
  await run(process.execPath, [join(ROOT, 'out/bench', name, 'main.js'), ...args], {
    cwd: ROOT,
    env,
  });
}

main(process.argv.slice(2)).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
