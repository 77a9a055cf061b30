import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../../support/vscode-host/browser.js';
import { chooseLanguage } from '../../support/vscode-host/choose-language.js';
import { installOnServer } from '../../support/vscode-host/install-extension.js';
import { installationOf, VscodeServer } from '../../support/vscode-host/vscode-server.js';
import { workbenchAddress } from '../../support/vscode-host/workbench-address.js';

/** How long a person would wait for VS Code to do something; mypy's cold runs included. */
const PATIENCE_MS = 90_000;

/** Settings that keep the pictures quiet and the typing literal. */
const USER_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoIndent': 'none',
  'editor.minimap.enabled': false,
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'editor.acceptSuggestionOnEnter': 'off',
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** What is opened, and how. */
export interface WorkbenchOptions {
  /** Absolute. */
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether VS Code asks whether the folder is trusted; false when absent. */
  readonly asksForTrust?: boolean;
  /** Packaged extensions that are installed before ours. Absolute. */
  readonly neighbours?: readonly string[];
}

/** VS Code's server with a browser before it, and all that they leave on disk. */
export class OpenVscode {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: VscodeServer;
  readonly #scratch: string;

  private constructor(page: Page, browser: Browser, server: VscodeServer, scratch: string) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
    this.#scratch = scratch;
  }

  static async start({
    folder,
    settings = {},
    env = {},
    asksForTrust = false,
    neighbours = [],
  }: WorkbenchOptions): Promise<OpenVscode> {
    const scratch = await mkdtemp(join(tmpdir(), 'mypy-ratchet-e2e-'));
    const installation = installationOf(process.env);
    const userDataFolder = userDataFolderIn(scratch);
    const extensionsFolder = join(scratch, 'extensions');
    // The server build reads machine settings from here; there is no user on it.
    const machine = join(userDataFolder, 'Machine', 'settings.json');
    await mkdir(dirname(machine), { recursive: true });
    await writeFile(machine, JSON.stringify({ ...USER_SETTINGS, ...settings }));
    for (const vsix of [...neighbours, vsixPath()]) {
      installOnServer(installation, vsix, { userDataFolder, extensionsFolder });
    }
    const server = await VscodeServer.start({
      installation,
      userDataFolder,
      extensionsFolder,
      disableWorkspaceTrust: !asksForTrust,
      env,
    });
    const browser = await launchBrowser(process.env);
    const page = await openPage(browser);
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(workbenchAddress(server.address, { folder }));
    return new OpenVscode(page, browser, server, scratch);
  }

  /** Another language, for windows that are opened from now on. */
  async chooseLanguage(language: string): Promise<void> {
    await chooseLanguage(userDataFolderIn(this.#scratch), language);
  }

  /** The logs of a name, one for each time that the page was loaded. */
  async logs(name: string): Promise<readonly string[]> {
    const folder = join(userDataFolderIn(this.#scratch), 'logs');
    const files = await readdir(folder, { recursive: true });
    const named = files.filter((file) => basename(file) === name);
    return Promise.all(named.map((file) => readFile(join(folder, file), 'utf8')));
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#scratch, { recursive: true, force: true });
  }
}

function userDataFolderIn(scratch: string): string {
  return join(scratch, 'user');
}

function vsixPath(): string {
  const vsix = process.env['MYPY_RATCHET_VSIX'];
  if (vsix === undefined) throw new Error('MYPY_RATCHET_VSIX is not set: use npm test');
  return vsix;
}
