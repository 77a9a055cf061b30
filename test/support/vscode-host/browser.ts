import { type Browser, chromium, type Page } from 'playwright-core';

/** Flags that keep Chromium from looking for hosts that a closed network does not have. */
const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that the environment names. */
export function launchBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const executablePath = env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: QUIET_FLAGS });
}

/** A page of the size that the README's pictures have. */
export function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1400, height: 900 } });
}
