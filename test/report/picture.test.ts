import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { picturePage } from '../../src/client/report/picture-page.js';
import { burnDownSvg } from '../../src/report/formats/svg.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { hostileReport } from '../support/report/hostile-report.js';
import { largeReport } from '../support/report/large-report.js';
import { plannedReport } from '../support/report/planned-report.js';
import { openWatched } from '../support/report/watched-page.js';
import { launchBrowser } from '../support/vscode-host/browser.js';

const REPORTS = {
  'a history': largeReport(),
  'a history with a plan': plannedReport(),
  'a stranger': { ...hostileReport(), trend: largeReport().trend },
};

describe('the picture of the plot in a browser', () => {
  let browser: Browser;
  let folder: TemporaryFolder;

  before(async () => {
    folder = await TemporaryFolder.create('picture');
    browser = await launchBrowser(process.env);
  });

  after(async () => {
    await browser.close();
    await folder.remove();
  });

  for (const [name, report] of Object.entries(REPORTS)) {
    it(`of ${name} is well-formed, loads nothing, and keeps its words within its edges`, async () => {
      await folder.write(`${name}.svg`, burnDownSvg(report));
      const url = pathToFileURL(folder.at(`${name}.svg`)).href;
      const { page, events } = await openWatched(browser, url);
      assert.equal(await page.locator('parsererror, script, image, foreignObject, a').count(), 0);
      const box = { width: 1200, height: 600 };
      for (const text of await page.locator('text').all()) {
        const place = await text.boundingBox();
        assert.ok(place !== null && place.x >= 0 && place.y >= 0, await text.innerHTML());
        assert.ok(place.x + place.width <= box.width, await text.innerHTML());
        assert.ok(place.y + place.height <= box.height, await text.innerHTML());
      }
      assert.deepEqual(events, []);
      await page.close();
    });
  }

  it('becomes a PNG file of twice its size under a policy that lets nothing else run', async () => {
    const page = picturePage(burnDownSvg(plannedReport()), 'bm9uY2U=');
    // The one thing that a webview has and a file has not.
    const editor =
      '<script nonce="bm9uY2U=">acquireVsCodeApi = () => ({ postMessage: (message) => { answer = message; } });</script>';
    await folder.write(
      'page.html',
      page.replace('<body>', `<body>${editor}<script>stray = 1</script>`),
    );
    const watched = await openWatched(browser, pathToFileURL(folder.at('page.html')).href);
    const handle = await watched.page.waitForFunction('globalThis.answer');
    const { kind, png } = JSON.parse(JSON.stringify(await handle.jsonValue()));
    assert.equal(kind, 'drawn');
    const file = Buffer.from(png, 'base64');
    assert.equal(file.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
    assert.deepEqual([file.readUInt32BE(16), file.readUInt32BE(20)], [2400, 1200]);
    assert.equal(await watched.page.evaluate('typeof stray'), 'undefined');
    const [refused, ...others] = watched.events.filter((event) => !event.includes('data:image'));
    assert.match(refused ?? '', /Content Security Policy/);
    assert.deepEqual(others, []);
    await watched.page.close();
  });
});
