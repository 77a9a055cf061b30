import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.js';
import { type CommandLine, parseCommandLine } from './command-line.js';
import { installationOf, VscodeServer } from './vscode-server.js';
import { workbenchAddress } from './workbench-address.js';

/** A suite that runs longer hangs. */
const LIMIT_MS = 10 * 60_000;

/** Lines of the workbench about hosts that a closed network does not have. */
const NOISE =
  /^\[|^%c|socket|connection token|ERR_|ENOTFOUND|gallery|smoke test|Failed to load resource/i;

/**
 * Runs an extension test suite as desktop VS Code would, in VS Code's server build with a headless
 * browser, and ends with the suite's exit code.
 */
async function runSuite(commandLine: CommandLine): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-vscode-'));
  const server = await VscodeServer.start({
    installation: installationOf(process.env),
    userDataFolder: commandLine.userDataFolder ?? join(scratch, 'user'),
    extensionsFolder: commandLine.extensionsFolder ?? join(scratch, 'extensions'),
    disableWorkspaceTrust: commandLine.disableWorkspaceTrust,
  });
  const browser = await launchBrowser(process.env);
  try {
    const page = await openPage(browser);
    const exited = suiteExit(page);
    await page.goto(workbenchAddress(server.address, toRequest(commandLine, scratch)));
    return await exited;
  } finally {
    await browser.close();
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

function toRequest(commandLine: CommandLine, scratch: string) {
  const { extensionDevelopmentPaths, extensionTestsPath } = commandLine;
  return {
    folder: commandLine.folder ?? scratch,
    extensionDevelopmentPaths,
    ...(extensionTestsPath === undefined ? {} : { extensionTestsPath }),
  };
}

/** Resolves with the code that the workbench gives when the suite has ended. */
function suiteExit(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the suite did not end within ${LIMIT_MS / 60_000} minutes`)),
      LIMIT_MS,
    );
    const end = (code: unknown) => {
      clearTimeout(timer);
      resolve(typeof code === 'number' ? code : 1);
    };
    Promise.all([
      page.exposeFunction('codeAutomationExit', end),
      page.exposeFunction('codeAutomationLog', printLine),
    ]).catch(reject);
  });
}

function printLine(_kind: unknown, parts: unknown): void {
  if (!Array.isArray(parts)) return;
  const line = format(...parts);
  if (!NOISE.test(line)) process.stdout.write(`${line}\n`);
}

runSuite(parseCommandLine(process.argv.slice(2))).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
