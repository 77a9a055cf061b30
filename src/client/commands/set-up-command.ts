import { join } from 'node:path';
import { type ExtensionContext, ThemeIcon, Uri, window } from 'vscode';
import { chooseProject } from './choose-project.js';
import type { CommandHandlers, CommandSurroundings } from './command-surroundings.js';

/**
 * Runs `mypy-ratchet init` in a terminal: there it asks, says what it will write, and what to commit.
 * The command line is in the package of the extension, and the editor's own Node runs it.
 */
export function createSetUpCommand(
  { store, language }: CommandSurroundings,
  { extensionPath }: Pick<ExtensionContext, 'extensionPath'>,
): CommandHandlers<'setUpProject'> {
  return {
    setUpProject: async (argument) => {
      const snapshot = await chooseProject(store, argument, language);
      if (snapshot === undefined) return;
      const terminal = window.createTerminal({
        name: language.say('Mypy Ratchet: Set Up'),
        iconPath: new ThemeIcon('tools'),
        cwd: Uri.parse(snapshot.rootUri),
        shellPath: process.execPath,
        shellArgs: [join(extensionPath, 'dist', 'cli.js'), 'init', ...interpreterOf(snapshot)],
        // In the desktop editor the executable is Electron, which is Node when it is told so.
        env: { ELECTRON_RUN_AS_NODE: '1' },
      });
      terminal.show();
    },
  };
}

/** The one that the editor uses, so that both write the same baseline. */
function interpreterOf({
  interpreter,
}: {
  readonly interpreter: string | null;
}): readonly string[] {
  return interpreter === null ? [] : ['--interpreter', interpreter];
}
