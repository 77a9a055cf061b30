// `npm run bench:latency [-- --json]`: sets up what the benchmark needs, then runs it.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { celerySource } from './setup/celery.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { MYPY_VERSIONS, mypyEnvironment } from './setup/python.mjs';
import { run, say } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main([name, ...args]) {
  await nodePackages(ROOT);
  const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], quiet);
  await run(process.execPath, [join(ROOT, 'scripts/build.mjs')], quiet);
  const env = {
    ...process.env,
    MYPY_RATCHET_CELERY: await celerySource(),
    MYPY_RATCHET_PYTHON_NEWEST: await mypyEnvironment(MYPY_VERSIONS.newest),
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
