import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An extension for a test: what VS Code has to know of it, and its code. */
export interface FakeExtension {
  readonly publisher: string;
  readonly name: string;
  readonly contributes?: unknown;
  /** JavaScript, CommonJS, with an `activate`. */
  readonly program: string;
}

export const FAKE_VERSION = '2026.1.0';

/** Puts an extension where VS Code finds it. */
export async function installFake(extensionsFolder: string, fake: FakeExtension): Promise<void> {
  const { publisher, name, contributes = {}, program } = fake;
  const folder = join(extensionsFolder, `${publisher}.${name}-${FAKE_VERSION}`);
  const manifest = {
    ...{ publisher, name, contributes, version: FAKE_VERSION, main: './extension.js' },
    engines: { vscode: '^1.100.0' },
    activationEvents: ['onStartupFinished'],
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'extension.js'), program);
}
