// Runs one file of tests with all that it needs, for the launch configuration "The test file that is
// open". Its argument is the path of the TypeScript file, relative to the root.
import { join } from 'node:path';
import { browserVariables, pythonVariables } from '../setup/environment.mjs';
import { say } from '../setup/run.mjs';
import { tool } from '../testing/mocha.mjs';
import { endToEnd } from '../testing/vscode-layers.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const [path = ''] = process.argv.slice(2);
const [, layer, file] = /^test[\\/](\w+)[\\/](.+)\.test\.ts$/.exec(path) ?? [];

async function run() {
  if (file === undefined) return refuse(`${path} is no file of tests.`);
  if (layer === 'extension') return refuse('Use "Extension suite": this file runs inside VS Code.');
  if (layer === 'e2e') {
    const { failed } = await endToEnd({ root: ROOT, end: 'newest', files: `${file}.test.js` });
    return failed === 0;
  }
  const env = { ...(await pythonVariables()), ...(await browserVariables()) };
  // Whoever stands at a breakpoint has all the time in the world.
  const args = ['--timeout', '0', `out/test/${layer}/${file}.test.js`];
  return tool(ROOT, 'mocha/bin/mocha.js', args, env);
}

function refuse(why) {
  say(why);
  return false;
}

process.exitCode = (await run()) ? 0 : 1;
