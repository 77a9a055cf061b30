// `npm run test:vscode-matrix`: the extension's suite and the end-to-end tests, all of them on the
// packaged extension, at both ends of the supported versions of VS Code. `--end lowest` is for one of
// them, `--grep TEXT` goes to mocha.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nodePackages } from './setup/node-packages.mjs';
import { SetupError, say } from './setup/run.mjs';
import { LAYERS } from './testing/layers.mjs';
import { endToEnd, extensionSuite } from './testing/vscode-layers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const ENDS = ['lowest', 'newest'];

async function main(args) {
  const { values } = parseArgs({
    args,
    options: { end: { type: 'string' }, grep: { type: 'string' } },
  });
  const { grep } = values;
  const ends = ENDS.filter((end) => values.end === undefined || values.end === end);
  if (ends.length === 0) throw new SetupError(`--end is ${ENDS.join(' or ')}.`);
  await nodePackages(ROOT);
  for (const name of ['types', 'build', 'package']) {
    if ((await LAYERS[name]({ root: ROOT })).failed > 0) return false;
  }
  const rows = [];
  for (const end of ends) {
    say(`\n=== ${end} VS Code: the extension's suite`);
    const suite = await extensionSuite({ root: ROOT, grep, end, isInstalled: true });
    say(`\n=== ${end} VS Code: end to end`);
    const clicked = await endToEnd({ root: ROOT, grep, end });
    rows.push({ name: `${end}, suite`, ...suite }, { name: `${end}, end to end`, ...clicked });
  }
  say('');
  for (const { name, passed, failed, skipped } of rows) {
    say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  return rows.every(({ failed }) => failed === 0);
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
