// `npm run l10n`: gives the files of translations the keys that source and package.json have; what is to
// be translated is empty in them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePackages } from './setup/node-packages.mjs';
import { run, say } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main() {
  await nodePackages(ROOT);
  const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'], quiet);
  await run(process.execPath, [join(ROOT, 'out/test/support/language/main.js')], { cwd: ROOT });
}

main().catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
