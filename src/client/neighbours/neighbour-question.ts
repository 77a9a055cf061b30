import {
  ConfigurationTarget,
  commands,
  type Disposable,
  extensions,
  type LogOutputChannel,
  languages,
  type Memento,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import { BASELINE_SOURCE, NEW_SOURCE } from '../../protocol/diagnostic-sources.js';
import { SETTINGS } from '../contributions.js';
import {
  findSilencer,
  NEIGHBOURS,
  type Neighbour,
  type NeighbourSwitches,
  type Silencer,
  showsErrors,
} from './neighbour.js';
import { isShownTwice } from './shown-twice.js';

/** Remembered for all workspaces: the person wants both. */
const KEEP_BOTH = 'neighbours.keepBoth';
const OURS = 'Mypy Ratchet';

/**
 * Where another extension shows mypy's errors too, each is listed twice. Asks once who is to show them,
 * as soon as one is to be seen twice, and does what is chosen. An extension that is active may show
 * nothing all the same: because it finds no mypy, or looks at open files only.
 */
export class NeighbourQuestion {
  readonly #memory: Memento;
  readonly #log: LogOutputChannel;
  readonly #language: Language;
  readonly #subscription: Disposable;
  /** Asked in this window already, whatever was answered. */
  readonly #asked = new Set<string>();

  /** @param memory Of the person, for all workspaces. */
  constructor(memory: Memento, log: LogOutputChannel, language: Language) {
    this.#memory = memory;
    this.#log = log;
    this.#language = language;
    this.#subscription = languages.onDidChangeDiagnostics(({ uris }) => {
      this.#consider(uris).catch((error: unknown) => this.#log.error(String(error)));
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** @param files Whose diagnostics changed. */
  async #consider(files: readonly Uri[]): Promise<void> {
    if (!workspace.isTrusted || this.#memory.get<boolean>(KEEP_BOTH) === true) return;
    const neighbour = NEIGHBOURS.find(
      (one) =>
        !this.#asked.has(one.extension) &&
        isActive(one) &&
        showsErrors(one, readSwitches()) &&
        files.some((file) => isFileShownTwice(file, one)),
    );
    if (neighbour === undefined) return;
    this.#asked.add(neighbour.extension);
    await this.#ask(neighbour);
  }

  async #ask(neighbour: Neighbour): Promise<void> {
    const { name } = neighbour;
    const silencer = findSilencer(neighbour, readSwitches());
    const dontAsk = this.#language.say("Don't Ask Again");
    const question = describeChoice(name, silencer, this.#language);
    const answer = await window.showInformationMessage(question, OURS, name, dontAsk);
    if (answer === OURS) await silence(neighbour, silencer);
    if (answer === dontAsk) await this.#memory.update(KEEP_BOTH, true);
    if (answer !== name) return;
    const configuration = workspace.getConfiguration();
    await configuration.update(SETTINGS.diagnostics, 'none', ConfigurationTarget.Workspace);
  }
}

function isActive({ extension }: Neighbour): boolean {
  return extensions.getExtension(extension)?.isActive === true;
}

function isFileShownTwice(file: Uri, { source }: Neighbour): boolean {
  const shown = languages.getDiagnostics(file).map((diagnostic) => ({
    source: diagnostic.source ?? '',
    line: diagnostic.range.start.line,
    message: diagnostic.message,
  }));
  return isShownTwice(shown, source, [NEW_SOURCE, BASELINE_SOURCE]);
}

function readSwitches(): NeighbourSwitches {
  const configuration = workspace.getConfiguration();
  return {
    enabled: configuration.get('mypy.enabled', true),
    ignorePatterns: configuration.get('mypy-type-checker.ignorePatterns', []),
    reportingScope: configuration.get('mypy-type-checker.reportingScope', 'file'),
  };
}

function describeChoice(name: string, silencer: Silencer, { say }: Language): string {
  return silencer.kind === 'disable'
    ? say(
        "{0} shows mypy's errors too, so each is listed twice. Who is to show them? “{1}” opens its page, where you disable it for this workspace; “{0}” sets {2} to none, and leaves the view.",
        name,
        OURS,
        SETTINGS.diagnostics,
      )
    : say(
        "{0} shows mypy's errors too, so each is listed twice. Who is to show them? “{1}” sets {3} in this workspace; “{0}” sets {2} to none, and leaves the view.",
        name,
        OURS,
        SETTINGS.diagnostics,
        silencer.id,
      );
}

async function silence({ extension }: Neighbour, silencer: Silencer): Promise<void> {
  if (silencer.kind === 'disable') {
    await commands.executeCommand('extension.open', extension);
    return;
  }
  const { id, value } = silencer;
  await workspace.getConfiguration().update(id, value, ConfigurationTarget.Workspace);
}
