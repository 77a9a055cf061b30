import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../support/mypy/processes.js';
import type { Workbench } from './workbench.js';

/** Of a window that is readable where the README shows it. */
const FRAME = { width: 1000, height: 600 };

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** Frames of the README's moving picture, which `npm run pictures` makes of them. */
export class Film {
  readonly #workbench: Workbench;
  /** Undefined where nobody wants the frames. */
  readonly #folder: string | undefined;
  #frames = 0;

  /** @param folder Absolute. */
  constructor(workbench: Workbench, folder: string | undefined) {
    this.#workbench = workbench;
    this.#folder = folder;
  }

  /**
   * Takes what is to be seen now.
   *
   * @param durationMs How long it is shown, in ms; the file's name tells it to the encoder.
   */
  async take(durationMs: number): Promise<void> {
    if (this.#folder === undefined) return;
    const { page } = this.#workbench;
    const usual = page.viewportSize();
    if (usual === null) throw new Error('the page has no size');
    if (this.#frames === 0) await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true });
    await this.#resize(FRAME);
    const name = `${String(this.#frames++).padStart(2, '0')}-${durationMs}.png`;
    await page.screenshot({ path: join(this.#folder, name), caret: 'initial' });
    await this.#resize(usual);
  }

  async #resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    const { page } = this.#workbench;
    await page.setViewportSize(size);
    // The workbench follows later than the page.
    const statusBar = page.locator('.monaco-workbench .part.statusbar');
    await until(async () => {
      const { x, y, width, height } = (await statusBar.boundingBox()) ?? NOWHERE;
      return isNear(x + width, size.width) && isNear(y + height, size.height);
    });
  }
}

/** The workbench may have a margin. */
function isNear(edge: number, wanted: number): boolean {
  return Math.abs(edge - wanted) < 12;
}
