import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Workbench } from '../e2e/support/workbench.js';
import { packagedNeighbours } from '../support/extensions/packaged-neighbours.js';
import { REPOSITORY } from '../support/files/repository.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { commitAll } from '../support/git/repository.js';
import { interpreterOf } from '../support/mypy/interpreters.js';
import { createDemoProject } from '../support/project/demo-project.js';

export const OUR_LOG = 'Mypy Ratchet.log';
const PICTURES = join(REPOSITORY, 'out', 'pictures', 'neighbours');

/** Gives the project an environment that has mypy, as a person would have made one. */
export async function linkEnvironment(
  folder: TemporaryFolder,
): Promise<Readonly<Record<string, unknown>>> {
  await symlink(dirname(dirname(interpreterOf('newest'))), folder.at('.venv'));
  await folder.write('.gitignore', '.venv\n.mypy_cache/\n');
  return {};
}

/** The demo project with a baseline, in a VS Code that has real other extensions beside ours. */
export class NeighbourSession {
  readonly folder: TemporaryFolder;
  readonly workbench: Workbench;

  private constructor(folder: TemporaryFolder, workbench: Workbench) {
    this.folder = folder;
    this.workbench = workbench;
  }

  /**
   * Undefined where the extensions are not at hand.
   *
   * @param ids Of the extensions.
   * @param prepare Makes what the project needs beside its files, and tells the settings.
   */
  static async open(
    ids: readonly string[],
    prepare: (folder: TemporaryFolder) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<NeighbourSession | undefined> {
    const neighbours = packagedNeighbours(ids);
    if (neighbours === undefined) return undefined;
    const folder = await TemporaryFolder.create('demo');
    await createDemoProject(folder);
    const settings = await prepare(folder);
    await commitAll(folder.path, 'what the neighbours need');
    const workbench = await Workbench.open({ folder: folder.path, settings, neighbours });
    const session = new NeighbourSession(folder, workbench);
    await workbench.openContainer('Mypy Ratchet');
    await workbench.status(/no baseline/i).waitFor();
    await workbench.run('Mypy Ratchet: Create Baseline');
    await workbench.status(/0 new/).waitFor();
    return session;
  }

  /** Looks at the logs for what ours did wrong, and ends. */
  async close(): Promise<void> {
    try {
      const hosts = await this.workbench.logs('remoteexthost.log');
      const ours = await this.workbench.logs(OUR_LOG);
      assert.ok(hosts.length > 0 && ours.length > 0);
      const wrong = [
        ...hosts.flatMap((log) => linesBeforeEnd(log, /\[error\].*mypy-?ratchet/i)),
        ...ours.flatMap((log) => linesBeforeEnd(log, /\[(error|warning)\]/)),
      ];
      assert.deepEqual(wrong, []);
    } finally {
      await this.workbench.close();
      await this.folder.remove();
    }
  }

  /** Waits until the Problems panel has a text in so many rows. */
  async untilListed(text: string | RegExp, times: number): Promise<void> {
    const rows = await this.workbench.problems(text);
    if (times === 0) await rows.first().waitFor({ state: 'detached' });
    else await rows.nth(times - 1).waitFor();
    await rows.nth(times).waitFor({ state: 'detached' });
  }

  async isAsked(text: string): Promise<boolean> {
    await this.workbench.run('Notifications: Show Notifications');
    const center = this.workbench.page.locator('.notifications-center');
    return center.locator('.notification-list-item', { hasText: text }).isVisible();
  }

  /** Opens the window anew, with what was written into its settings. */
  async reload(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.folder.write('.vscode/settings.json', JSON.stringify(settings));
    // The command's own reload: a browser's does not wait until VS Code has stored what it remembers.
    const loaded = this.workbench.page.waitForEvent('load');
    await this.workbench.run('Developer: Reload Window');
    await loaded;
    await this.workbench.openContainer('Mypy Ratchet');
    await this.workbench.status(/0 new/).waitFor();
  }

  async settings(): Promise<unknown> {
    return JSON.parse(await this.folder.read('.vscode/settings.json'));
  }

  screenshot(name: string): Promise<void> {
    return this.workbench.screenshot(join(PICTURES, `${name}.png`));
  }
}

/** Lines of a log; what is asked of an extension host that is about to end fails in every extension. */
function linesBeforeEnd(log: string, pattern: RegExp): readonly string[] {
  const [lived = ''] = log.split('Extension host terminating');
  return lived.split('\n').filter((line) => pattern.test(line));
}
