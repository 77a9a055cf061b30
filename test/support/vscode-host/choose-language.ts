import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets VS Code's server speak a language in every window that is opened from now on, as *Configure Display
 * Language* and one of Microsoft's language packs would. This pack has no words: the workbench stays
 * English, while extensions are told the language and read their own texts in it.
 *
 * The server looks for the language of a window into `argv.json` first (code-server's build; upstream
 * into the cookie `vscode.nls.locale`), then into `languagepacks.json` for its pack. Only where there is
 * one does the window have that language, which then is `vscode.env.language`: `resolveNLSConfiguration`
 * in VS Code's `src/vs/base/node/nls.ts`. VS Code 1.100 and 1.139 do it alike.
 */
export async function chooseLanguage(userDataFolder: string, language: string): Promise<void> {
  const words = join(userDataFolder, `${language}.i18n.json`);
  const pack = {
    hash: 'none',
    label: language,
    extensions: [{ extensionIdentifier: { id: `wordless.${language}` }, version: '1.0.0' }],
    translations: { vscode: words },
  };
  const settings = join(userDataFolder, 'User');
  await mkdir(settings, { recursive: true });
  await writeFile(words, JSON.stringify({ contents: {} }));
  await writeFile(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
  await writeFile(join(settings, 'argv.json'), JSON.stringify({ locale: language }));
}
