import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGLISH } from '../../src/core/language/language.js';
import { renderReportPage } from '../../src/report/report-page.js';
import { largeReport } from '../../test/support/report/large-report.js';
import { launchBrowser } from '../../test/support/vscode-host/browser.js';
import { ERRORS } from './code-base.js';
import { medianOf } from './page-clock.js';
import type { PanelCosts } from './ui-costs.js';

const ROUNDS = 5;

/** In ms since the navigation. A text: the page's policy lets nothing in it evaluate one by and by. */
const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') resolve(startTime);
    }
  }).observe({ type: 'paint', buffered: true });
})`;

/** Makes the report of so many errors, and opens it in a browser. */
export async function measurePage(): Promise<Pick<PanelCosts, 'renderMs' | 'pageMs'>> {
  const report = largeReport(ERRORS);
  const renderings: number[] = [];
  let html = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    html = renderReportPage(report, ENGLISH);
    renderings.push(performance.now() - start);
  }
  return { renderMs: medianOf(renderings), pageMs: await timePage(html) };
}

async function timePage(html: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-page-'));
  const browser = await launchBrowser(process.env);
  try {
    const file = join(folder, 'report.html');
    await writeFile(file, html);
    const paints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(file).href);
      paints.push(Number(await page.evaluate(FIRST_PAINT)));
      await page.close();
    }
    return medianOf(paints);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
