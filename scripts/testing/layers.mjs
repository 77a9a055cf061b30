import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { browserVariables, pythonVariables } from '../setup/environment.mjs';
import { say } from '../setup/run.mjs';
import { execute, mocha, tool } from './mocha.mjs';
import { endToEnd, extensionSuite, vsixPath } from './vscode-layers.mjs';

/**
 * Folders of tests that need no VS Code, in lanes that run side by side: all wait for child
 * processes most of the time, and take about as long.
 */
const PLAIN = [
  ['unit', 'mutation', 'workspace', 'server', 'manifest', 'soak'],
  ['cli', 'action'],
  ['mypy', 'faults'],
];

/** The most that a packaged extension may weigh. */
const MOST_VSIX_BYTES = 2 ** 20;

/** What `npm test` runs, in this order. Each layer returns its counts. */
export const LAYERS = {
  types,
  lint,
  build,
  plain,
  report,
  extension,
  package: packageVsix,
  'extension-lowest': extensionLowest,
  e2e,
  'e2e-lowest': e2eLowest,
};

async function types({ root }) {
  return count(await tool(root, 'typescript/bin/tsc', ['-b']));
}

async function lint({ root }) {
  const style = await tool(root, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  const unused = await tool(root, 'knip/bin/knip.js', []);
  return sum(count(style), count(unused));
}

async function build({ root }) {
  return count(await execute(process.execPath, [join(root, 'scripts', 'build.mjs')], root));
}

async function plain({ root, grep }) {
  const env = await pythonVariables();
  // Some tests only: they may all be in one lane, and a lane without tests is a failure.
  const chosen = grep === undefined ? PLAIN : [PLAIN.flat()];
  const lanes = chosen.map((names, index) => {
    const files = names.map((name) => `out/test/${name}/**/*.test.js`);
    // One lane is shown as it goes, the others when they have ended.
    return mocha(root, files, grep, env, { isHeld: index > 0 });
  });
  return (await Promise.all(lanes)).reduce(sum);
}

async function report({ root, grep }) {
  const env = await browserVariables();
  return mocha(root, ['out/test/report/**/*.test.js'], grep, env);
}

function extension({ root, grep }) {
  return extensionSuite({ root, grep, end: 'newest' });
}

/** The lowest VS Code that is supported has the packaged extension, as a person installs it. */
function extensionLowest({ root, grep }) {
  return extensionSuite({ root, grep, end: 'lowest', isInstalled: true });
}

async function packageVsix({ root }) {
  const file = vsixPath(root);
  const options = ['package', '--no-dependencies', '--out', file];
  const packed = await tool(root, '@vscode/vsce/vsce', options);
  const size = packed ? (await stat(file)).size : 0;
  say(`${file}: ${Math.round(size / 1024)} kB`);
  return sum(count(packed), count(packed && size < MOST_VSIX_BYTES));
}

function e2e({ root, grep }) {
  return endToEnd({ root, grep, end: 'newest' });
}

/** Some only: `npm run test:vscode-matrix` runs all. */
function e2eLowest({ root, grep }) {
  return endToEnd({ root, grep, end: 'lowest', files: 'review.test.js' });
}

function count(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function sum(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}
