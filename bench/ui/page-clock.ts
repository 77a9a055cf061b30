import type { Locator, Page } from 'playwright-core';
import type { Latency } from './ui-costs.js';

/** What runs in the page: it knows no types of Node's, and Node none of the page's. */
const REMEMBER_INPUT = `for (const type of ['pointerdown', 'keydown']) {
  addEventListener(type, (event) => { globalThis.lastInput = performance.timeOrigin + event.timeStamp; }, true);
}`;

const RECORD_KEYS = `
globalThis.keyTimes = [];
addEventListener('keydown', (event) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => keyTimes.push(performance.now() - event.timeStamp);
    port2.postMessage(null);
  });
}, true);`;

/** Measures by the clocks of a page, in which a person's input and what is drawn have their times. */
export class PageClock {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async start(page: Page): Promise<PageClock> {
    await page.evaluate(REMEMBER_INPUT);
    await page.evaluate(RECORD_KEYS);
    return new PageClock(page);
  }

  /**
   * Does something, and returns how many ms lie between its last click or key and the first frame in
   * which an element of a selector has a text.
   */
  async untilShown(selector: string, text: string, act: () => Promise<void>): Promise<number> {
    const shown = this.#page.evaluate(`new Promise((resolve) => {
      const look = () => {
        const found = [...document.querySelectorAll(${JSON.stringify(selector)})]
          .some(({ textContent }) => textContent.includes(${JSON.stringify(text)}));
        if (found) resolve(performance.timeOrigin + performance.now() - globalThis.lastInput);
        else requestAnimationFrame(look);
      };
      look();
    })`);
    await act();
    return Number(await shown);
  }

  /** How many ms lie between the last click or key and the first paint of an element's own frame. */
  async untilPainted(element: Locator): Promise<number> {
    await element.waitFor();
    let paintedAt = 0;
    // A page that may run no script gets no events either, so it is asked until it knows.
    while (paintedAt === 0) paintedAt = Number(await element.evaluate(FIRST_PAINT));
    return paintedAt - Number(await this.#page.evaluate('globalThis.lastInput'));
  }

  /** Types a text, and returns the times from each key to the frame after it. */
  async type(text: string): Promise<Latency> {
    await this.#page.evaluate('keyTimes.length = 0');
    await this.#page.keyboard.type(text, { delay: KEY_PAUSE_MS });
    await this.#page.waitForFunction(`keyTimes.length >= ${text.length}`);
    const times: unknown = await this.#page.evaluate('keyTimes');
    return toLatency(Array.isArray(times) ? times.map(Number) : []);
  }
}

/** About the pause of somebody who types fast. */
const KEY_PAUSE_MS = 80;

/** Epoch milliseconds of the first contentful paint of the frame that evaluates it; 0 before. */
const FIRST_PAINT = `(() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return paint === undefined ? 0 : performance.timeOrigin + paint.startTime;
})()`;

function toLatency(times: readonly number[]): Latency {
  const sorted = times.toSorted((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95) };
}

export function medianOf(times: readonly number[]): number {
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

function quantile(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
}
