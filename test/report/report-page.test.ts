import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { ENGLISH, verbatim } from '../../src/core/language/language.js';
import { renderReportPage } from '../../src/report/report-page.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { day } from '../support/plan/plans.js';
import { hostileReport } from '../support/report/hostile-report.js';
import { largeReport } from '../support/report/large-report.js';
import { plannedReport } from '../support/report/planned-report.js';
import { sampleReport } from '../support/report/sample-report.js';
import { accessibilityViolations, openWatched } from '../support/report/watched-page.js';
import { launchBrowser } from '../support/vscode-host/browser.js';

const REPORTS = {
  'a small report': sampleReport(),
  'a report of 6,000 errors': largeReport(6_000),
  'a report with a plan': plannedReport(),
  'a report of a plan that is too new to foretell': plannedReport({ start: day('2026-11-20') }),
  'a report of a stranger': hostileReport(),
  'a report of nothing': sampleReport({
    verdict: { kind: 'pass', failures: [], warnings: [] },
    summary: { totals: { current: 0, committed: 0, new: 0, fixed: 0 }, categories: [] },
    errors: [],
    fixed: [],
    added: [],
    trend: [],
    environment: null,
    sourceLink: null,
    base: { kind: 'baseline', why: verbatim('there is no commit yet') },
  }),
};

describe('the report page in a browser', () => {
  let browser: Browser;
  let folder: TemporaryFolder;

  before(async () => {
    folder = await TemporaryFolder.create('report');
    browser = await launchBrowser(process.env);
  });

  after(async () => {
    await browser.close();
    await folder.remove();
  });

  for (const [name, report] of Object.entries(REPORTS)) {
    describe(name, () => {
      let url: string;

      before(async () => {
        await folder.write(`${name}.html`, renderReportPage(report, ENGLISH));
        url = pathToFileURL(folder.at(`${name}.html`)).href;
      });

      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [390, 1400]) {
          it(`is accessible, ${colorScheme} and ${width} pixels wide`, async () => {
            const { page, events } = await openWatched(browser, url);
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            for (const summary of await page.locator('summary').all()) await summary.press('Enter');
            assert.equal(await page.locator('details:not([open])').count(), 0);
            assert.deepEqual(await accessibilityViolations(page), []);
            assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'));
            assert.deepEqual(events, []);
            await page.close();
          });
        }
      }

      it('runs nothing, loads nothing and keeps its only style sheet', async () => {
        const { page, events } = await openWatched(browser, url);
        const foreign = page.locator('script, img, link, iframe, base, object, [style], [onload]');
        assert.equal(await foreign.count(), 0);
        assert.equal(await page.locator('meta[http-equiv]').count(), 1);
        assert.equal(await page.evaluate('document.styleSheets.length'), 1);
        assert.deepEqual(events, []);
        await page.close();
      });

      it('links only to itself and to the source', async () => {
        const { page } = await openWatched(browser, url);
        const links = await page
          .locator('[href]')
          .evaluateAll((elements) => elements.map((element) => element.getAttribute('href')));
        const source = report.sourceLink?.kind === 'web' ? report.sourceLink.url : '#';
        for (const href of links)
          assert.ok(href?.startsWith('#') || href?.startsWith(`${source}/`), `${href}`);
        await page.close();
      });
    });
  }

  it('refuses a script that somebody put into it', async () => {
    const page = renderReportPage(sampleReport(), ENGLISH);
    await folder.write('changed.html', page.replace('</body>', '<script>alert(1)</script></body>'));
    const watched = await openWatched(browser, pathToFileURL(folder.at('changed.html')).href);
    assert.match(watched.events.join('\n'), /^console error: .*Content Security Policy[^\n]*$/);
    await watched.page.close();
  });
});
