// `npm run test:mypy-matrix`: the tests that run real mypy, against every version that is different
// from the one before it. `-- --versions 1.4.1,2.0.0` runs some only, `--grep TEXT` goes to mocha.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEnvironment } from './matrix/environments.mjs';
import { formatTable } from './matrix/table.mjs';
import { MATRIX, newestVersion } from './matrix/versions.mjs';
import { nodePackages } from './setup/node-packages.mjs';
import { findPython } from './setup/python.mjs';
import { SetupError, say } from './setup/run.mjs';
import { mocha, tool } from './testing/mocha.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TESTS = ['out/test/mypy/**/*.test.js', 'out/test/matrix/**/*.test.js'];

async function main(args) {
  const { values } = parseArgs({
    args,
    options: { versions: { type: 'string' }, grep: { type: 'string' } },
  });
  const versions = values.versions?.split(',') ?? listVersions();
  await nodePackages(ROOT);
  if (!(await tool(ROOT, 'typescript/bin/tsc', ['-b']))) return false;
  const runs = [];
  for (const version of versions) runs.push(await runVersion(version, values.grep));
  say(`\n${formatTable(runs)}`);
  return runs.some(({ counts }) => counts?.passed > 0) && runs.every(isGreen);
}

function listVersions() {
  return [...new Set([...MATRIX, newestVersion(findPython())])];
}

async function runVersion(version, grep) {
  const environment = await openEnvironment(version);
  if (environment.kind === 'missing') {
    const why = `needs Python ${environment.wanted.join(' or ')}, and none of them is installed`;
    say(`\n=== mypy ${version} is skipped: it ${why}.`);
    return { version, why };
  }
  const { interpreter, plugins, python } = environment;
  say(`\n=== mypy ${version} on Python ${python}`);
  const startedAt = Date.now();
  const counts = await mocha(ROOT, TESTS, grep, {
    MYPY_RATCHET_MATRIX_VERSION: version,
    MYPY_RATCHET_MATRIX_PYTHON: interpreter,
    MYPY_RATCHET_PYTHON_PLUGINS: plugins,
  });
  return { version, python, counts, seconds: (Date.now() - startedAt) / 1000 };
}

function isGreen({ counts }) {
  return counts === undefined || counts.failed === 0;
}

main(process.argv.slice(2)).then(
  (passed) => {
    process.exitCode = passed ? 0 : 1;
  },
  (error) => {
    say(error instanceof SetupError ? `\n${error.message}` : `\n${error.stack}`);
    process.exitCode = 1;
  },
);
