import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { isRecord } from '../../../src/core/json/is-record.js';

/** A page together with everything that it should not have done. */
export interface WatchedPage {
  readonly page: Page;
  /** Requests but the first, dialogs, messages of the console, exceptions; grows. */
  readonly events: readonly string[];
}

/** Opens a file of this machine and writes down what it does. */
export async function openWatched(browser: Browser, fileUrl: string): Promise<WatchedPage> {
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== fileUrl) events.push(`request of ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => events.push(`popup ${popup.url()}`));
  page.on('console', (message) => events.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => events.push(`exception ${error.message}`));
  await page.goto(fileUrl, { waitUntil: 'load' });
  return { page, events };
}

/** What axe-core objects to: `rule: the elements`. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugger, which the page's policy does not bind.
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const found: unknown = await page.evaluate(`axe.run().then(({ violations, passes }) => ({
    passed: passes.length,
    violations: violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join('; ')),
  }))`);
  if (!isRecord(found) || !Array.isArray(found['violations']) || found['passed'] === 0) {
    throw new Error('axe-core did not run.');
  }
  return found['violations'].map(String);
}
