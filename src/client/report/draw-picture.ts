import { randomBytes } from 'node:crypto';
import { ViewColumn, window } from 'vscode';
import { isRecord } from '../../core/json/is-record.js';
import type { Language } from '../../core/language/language.js';
import type { PictureMessage } from '../../protocol/report-messages.js';
import { PICTURE_PANEL } from '../contributions.js';
import { picturePage } from './picture-page.js';

/**
 * Makes a PNG file of an SVG image. Only a browser can draw one as it is meant, and every VS Code has
 * one: a panel that comes up for a moment, without the keyboard, and goes when it has drawn.
 */
export async function drawPicture(svg: string, language: Language): Promise<Uint8Array> {
  const { say } = language;
  const panel = window.createWebviewPanel(
    PICTURE_PANEL,
    say('Drawing the Plot'),
    { viewColumn: ViewColumn.Active, preserveFocus: true },
    { enableScripts: true, localResourceRoots: [] },
  );
  try {
    const message = await new Promise<PictureMessage>((resolve) => {
      panel.webview.onDidReceiveMessage((received) =>
        resolve(parsePictureMessage(received, language)),
      );
      panel.onDidDispose(() => resolve({ kind: 'failed', why: say('its panel was closed') }));
      panel.webview.html = picturePage(svg, randomBytes(16).toString('base64'));
    });
    if (message.kind === 'failed')
      throw new Error(say('The plot was not drawn: {0}.', message.why));
    return Buffer.from(message.png, 'base64');
  } finally {
    panel.dispose();
  }
}

function parsePictureMessage(received: unknown, { say }: Language): PictureMessage {
  const { png, why } = isRecord(received) ? received : {};
  if (typeof png === 'string') return { kind: 'drawn', png };
  return { kind: 'failed', why: typeof why === 'string' ? why : say('its page made no sense') };
}
