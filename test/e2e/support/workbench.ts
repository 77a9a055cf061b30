import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errors, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { OpenVscode, type WorkbenchOptions } from './open-vscode.js';
import type { Theme } from './theme.js';

/** VS Code as a person has it: the packaged extension installed, a folder open, in a browser. */
export class Workbench {
  readonly page: Page;
  readonly #vscode: OpenVscode;

  private constructor(vscode: OpenVscode) {
    this.page = vscode.page;
    this.#vscode = vscode;
  }

  static async open(options: WorkbenchOptions): Promise<Workbench> {
    const vscode = await OpenVscode.start(options);
    await vscode.page.locator('.monaco-workbench').waitFor();
    return new Workbench(vscode);
  }

  close(): Promise<void> {
    return this.#vscode.close();
  }

  /**
   * Runs a command by its title, as a person types it. What was asked before fades for a moment, in
   * which a key is lost, and so does the list of commands before what the command asks.
   */
  async run(title: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    await widget.waitFor({ state: 'hidden' });
    await this.page.keyboard.press('F1');
    await widget.locator('input').fill(`>${title}`);
    // Its key binding comes after the title. The best match is not always the first row.
    const name = new RegExp(`^${title.replace(/[()+.*?]/g, '\\$&')}(,|$)`);
    const command = widget.getByRole('option', { name });
    await command.click();
    await command.waitFor({ state: 'hidden' });
  }

  /** Runs a command that offers a list, and takes the row that a text leads to. */
  async choose(title: string, choice: string): Promise<void> {
    await this.run(title);
    const rows = this.page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await this.page.locator('.quick-input-widget input[type="text"]').fill(choice);
    await rows.and(this.page.locator('.focused')).filter({ hasText: choice }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Runs a command that asks for a text under a title of its own, and answers it. */
  async answer(title: string, question: string, text: string): Promise<void> {
    await this.run(title);
    await this.page.locator('.quick-input-title', { hasText: question }).waitFor();
    await this.page.locator('.quick-input-widget input[type="text"]').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the window anew in another language. */
  async speak(language: string): Promise<void> {
    await this.#vscode.chooseLanguage(language);
    await this.page.reload();
    await this.page.locator('.monaco-workbench').waitFor();
  }

  /** Changes to one of VS Code's themes, and waits until all is drawn in it. */
  async useTheme({ name, className }: Theme): Promise<void> {
    await this.choose('Preferences: Color Theme', name);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  /** Opens a view container by the title of its icon. */
  async openContainer(title: string): Promise<void> {
    const icon = this.page.locator(`.activitybar .action-item a[aria-label^="${title}"]`);
    const opened = this.page.locator('.sidebar .composite.title', { hasText: title });
    await icon.waitFor();
    // A click on the icon of what is open closes it, and after a reload it may be open already.
    for (let tries = 0; tries < 10 && !(await opened.isVisible()); tries++) {
      await icon.click();
      try {
        await opened.waitFor({ timeout: 3_000 });
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
    await opened.waitFor();
  }

  /** Rows of the side bar's tree whose label has a text. */
  rows(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text });
  }

  /** What stands above the rows. */
  message(text: string): Locator {
    return this.page.locator('.sidebar .message', { hasText: text }).first();
  }

  /**
   * Opens a row of the tree, unless it is open. A refresh of the tree can swallow a click, so it is
   * made until it counts.
   */
  async expand(text: string): Promise<void> {
    const opened = this.page
      .locator('.sidebar .monaco-list-row[aria-expanded="true"]', { hasText: text })
      .first();
    for (let tries = 0; tries < 10; tries++) {
      await this.rows(text).first().waitFor();
      if (await opened.isVisible()) return;
      await this.rows(text).first().locator('.monaco-tl-twistie').click();
      try {
        await opened.waitFor({ timeout: 3_000 });
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
    await opened.waitFor();
  }

  /**
   * Opens the quick fixes at the cursor, once VS Code has some and the editor has the keyboard: the
   * tab of a file becomes active before either, and a key that comes too early is lost.
   */
  async openQuickFixes(): Promise<void> {
    const editor = this.page.locator('.editor-instance .monaco-editor.focused');
    await editor.locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').first().waitFor();
    await this.page.keyboard.press('ControlOrMeta+.');
    await this.page.locator('.action-widget').first().waitFor();
  }

  quickFix(title: string | RegExp): Locator {
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  /**
   * Chooses from the context menu of a row of the tree. A menu that has just opened ignores clicks,
   * so it is clicked until it is gone.
   */
  async chooseFromMenu(text: string, title: string): Promise<void> {
    await this.rows(text).first().click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item', { hasText: title }).first();
    for (let tries = 0; tries < 10; tries++) {
      await item.click();
      try {
        await item.waitFor({ state: 'detached', timeout: 1_000 });
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
    throw new Error(`the menu does not take ${title}`);
  }

  /** Opens a file by its path. */
  async openFile(path: string): Promise<void> {
    const name = basename(path);
    await this.page.keyboard.press('ControlOrMeta+KeyP');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(path);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: name })
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Replaces the whole of a line (1-based) of the active editor. */
  async replaceLine(line: number, text: string): Promise<void> {
    await this.goToLine(line);
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Home');
    await this.page.keyboard.press('Shift+End');
    await this.page.keyboard.type(text);
  }

  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`:${line}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: String(line) })
      .waitFor();
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+KeyS');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** The page in a webview, such as that of the report. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** The box of a step of the walkthrough, by its label: `TITLE: Completed` or `TITLE: Not completed`. */
  step(label: string): Locator {
    return this.page.locator('.getting-started-step').getByRole('checkbox', { name: label });
  }

  /** The status bar item whose text has a text. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** A message, in the list of them: VS Code shows none by itself while it is driven. */
  async notification(text: string): Promise<Locator> {
    const center = this.page.locator('.notifications-center');
    if (!(await center.isVisible())) await this.run('Notifications: Show Notifications');
    const item = center.locator('.notification-list-item', { hasText: text });
    await item.waitFor();
    return item;
  }

  /** Answers a question by the text of a button. */
  async answerNotification(text: string, button: string): Promise<void> {
    const item = await this.notification(text);
    // The name in front of the buttons may be the same.
    await item.locator('.monaco-button', { hasText: button }).click();
    await item.waitFor({ state: 'detached' });
  }

  /** Rows of the Problems panel. */
  async problems(text: string | RegExp): Promise<Locator> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+KeyM');
    await panel.waitFor();
    return panel.locator('.monaco-list-row', { hasText: text });
  }

  /**
   * The logs of a name, one for each time that the page was loaded: of the extension host
   * (`remoteexthost.log`), and of each extension.
   */
  logs(name: string): Promise<readonly string[]> {
    return this.#vscode.logs(name);
  }

  async screenshot(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  async screenshotSidebar(file: string): Promise<void> {
    await mkdir(dirname(file), { recursive: true });
    await this.page.locator('.part.sidebar').screenshot({ path: file });
  }
}
