import { chromium, ripgrep } from './browser.mjs';
import { blackenedCelerySource, celerySource } from './celery.mjs';
import { desktopVscode } from './desktop-vscode.mjs';
import { mypySource } from './mypy-source.mjs';
import {
  DAEMON_VERSIONS,
  MYPY_VERSIONS,
  mypyBaselineEnvironment,
  mypyEnvironment,
} from './python.mjs';
import { vscodeServer } from './vscode-server.mjs';

/** Interpreters and sources that tests and benchmarks find by environment variables. */
export async function pythonVariables() {
  return {
    MYPY_RATCHET_PYTHON_NEWEST: await mypyEnvironment(MYPY_VERSIONS.newest),
    MYPY_RATCHET_PYTHON_1_19_1: await mypyEnvironment(MYPY_VERSIONS.prewarmed),
    MYPY_RATCHET_PYTHON_1_4_1: await mypyEnvironment(MYPY_VERSIONS.old),
    ...(await daemonVariables()),
    MYPY_RATCHET_CELERY: await celerySource(),
    MYPY_RATCHET_CELERY_BLACK: await blackenedCelerySource(),
  };
}

/** The versions whose daemon is tested, one at least for each way to speak to it. */
async function daemonVariables() {
  const variables = {};
  for (const version of DAEMON_VERSIONS) {
    const name = `MYPY_RATCHET_PYTHON_${version.replaceAll('.', '_')}`;
    variables[name] = await mypyEnvironment(version);
  }
  return variables;
}

/** A browser for pages. */
export async function browserVariables() {
  return { CHROMIUM_PATH: await chromium() };
}

/** A code base with one large import cycle. */
export async function mypySourceVariables() {
  return { MYPY_RATCHET_MYPY_SOURCE: await mypySource() };
}

/** What the command line is measured against. */
export async function mypyBaselineVariables() {
  return { MYPY_RATCHET_PYTHON_MYPY_BASELINE: await mypyBaselineEnvironment() };
}

/**
 * A VS Code that runs extension tests: a desktop one where there can be one, else its server build.
 * `end` is `newest` or `lowest`.
 */
export async function vscodeVariables(end) {
  const executable = await desktopVscode(end);
  const host =
    executable === undefined
      ? await vscodeServerVariables(end)
      : { VSCODE_EXECUTABLE_PATH: executable };
  return { MYPY_RATCHET_VSCODE: end, ...host };
}

/** VS Code's server build, and a browser that shows it. */
export async function vscodeServerVariables(end) {
  await ripgrep();
  const { node, serverMain } = await vscodeServer(end);
  return {
    MYPY_RATCHET_VSCODE_NODE: node,
    MYPY_RATCHET_VSCODE_SERVER: serverMain,
    ...(await browserVariables()),
  };
}
