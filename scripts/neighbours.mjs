// `npm run test:neighbours -- FOLDER`: the packaged extension beside real other extensions, which FOLDER
// has packaged as `publisher.name.vsix`. Tests whose extensions are not there are skipped; which were
// seen together, and how they were had, is in docs/neighbours.md.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pythonVariables, vscodeServerVariables } from './setup/environment.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { SetupError, say } from './setup/run.mjs';
import { LAYERS } from './testing/layers.mjs';
import { mocha } from './testing/mocha.mjs';
import { vsixPath } from './testing/vscode-layers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { grep: { type: 'string' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new SetupError('Name a folder with the packaged extensions.');
  await nodePackages(ROOT);
  for (const name of ['types', 'build', 'package']) {
    if ((await LAYERS[name]({ root: ROOT })).failed > 0) return false;
  }
  const env = {
    ...(await pythonVariables()),
    ...(await vscodeServerVariables('newest')),
    MYPY_RATCHET_VSIX: vsixPath(ROOT),
    MYPY_RATCHET_NEIGHBOURS: resolve(process.env.INIT_CWD ?? '.', folder),
  };
  const counts = await mocha(ROOT, ['out/test/neighbours/*.test.js'], values.grep, env);
  say(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0;
}

main(process.argv.slice(2)).then(
  (isGreen) => {
    process.exitCode = isGreen ? 0 : 1;
  },
  (error) => {
    say(error instanceof SetupError ? `\n${error.message}` : `\n${error.stack}`);
    process.exitCode = 1;
  },
);
