// `npm run soak`: random edits, saves, checkouts and faults, held against a fresh mypy. Takes
// `--steps`, `--seed`, `--python` (a version of the tests or a path), `--only ACTION`, `--json`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pythonVariables } from './setup/environment.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { run, say } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main(args) {
  await nodePackages(ROOT);
  const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], quiet);
  await run(process.execPath, [join(ROOT, 'scripts/build.mjs')], quiet);
  await run(process.execPath, [join(ROOT, 'out/test/soak/main.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...(await pythonVariables()) },
  });
}

main(process.argv.slice(2)).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
