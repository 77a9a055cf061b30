// `npm test`: sets up all it needs, runs every layer, and closes with `N passed, N failed`.
// `npm test -- unit server` runs some layers only; `--grep TEXT` goes to mocha.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePackages } from './setup/node-packages.mjs';
import { SetupError, say } from './setup/run.mjs';
import { LAYERS } from './testing/layers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

async function main(args) {
  const grep = args.includes('--grep') ? args[args.indexOf('--grep') + 1] : undefined;
  const wanted = args.filter((argument) => argument in LAYERS);
  const names = wanted.length > 0 ? wanted : Object.keys(LAYERS);
  await nodePackages(ROOT);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    say(`\n=== ${name}`);
    const startedAt = Date.now();
    const counts = await LAYERS[name]({ root: ROOT, grep });
    for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
    say(`--- ${name}: ${describe(counts)} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  say(`\n${describe(total)}`);
  return total.failed === 0 && total.passed > 0;
}

function describe({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}

main(process.argv.slice(2)).then(
  (isGreen) => {
    process.exitCode = isGreen ? 0 : 1;
  },
  (error) => {
    say(error instanceof SetupError ? `\n${error.message}` : `\n${error.stack}`);
    say('\n0 passed, 1 failed');
    process.exitCode = 1;
  },
);
