import {
  ConfigurationTarget,
  commands,
  Disposable,
  extensions,
  type LogOutputChannel,
  languages,
  type Memento,
  window,
  workspace,
} from 'vscode';
import type { Language } from '../../core/language/language.js';
import { SETTINGS } from '../contributions.js';
import type { SnapshotStore } from '../store.js';
import {
  findSilencer,
  NEIGHBOURS,
  type Neighbour,
  type NeighbourSwitches,
  type Silencer,
  showsErrors,
} from './neighbour.js';

/** Remembered for all workspaces: the person wants both. */
const KEEP_BOTH = 'neighbours.keepBoth';
const OURS = 'Mypy Ratchet';

/**
 * Where another extension shows mypy's errors too, each would be listed twice. Asks once who is to
 * show them, when there are some to be seen, and does what is chosen.
 */
export class NeighbourQuestion {
  readonly #store: SnapshotStore;
  readonly #memory: Memento;
  readonly #log: LogOutputChannel;
  readonly #language: Language;
  readonly #subscription: Disposable;
  /** Asked in this window already, whatever was answered. */
  readonly #asked = new Set<string>();

  /** @param memory Of the person, for all workspaces. */
  constructor(store: SnapshotStore, memory: Memento, log: LogOutputChannel, language: Language) {
    this.#store = store;
    this.#memory = memory;
    this.#log = log;
    this.#language = language;
    const consider = () => {
      this.#consider().catch((error: unknown) => this.#log.error(String(error)));
    };
    this.#subscription = Disposable.from(
      store.onDidChange(consider),
      // VS Code does not tell that an extension became active; that it shows something it does.
      languages.onDidChangeDiagnostics(consider),
      workspace.onDidChangeConfiguration((event) => {
        if (NEIGHBOURS.some(({ section }) => event.affectsConfiguration(section))) consider();
      }),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #consider(): Promise<void> {
    if (!workspace.isTrusted) return;
    const hasErrors = this.#store.all.some(({ result }) => (result?.totals.current ?? 0) > 0);
    const ours = workspace.getConfiguration().get<string>(SETTINGS.diagnostics);
    if (!hasErrors || ours === 'none' || this.#memory.get<boolean>(KEEP_BOTH) === true) return;
    const neighbour = NEIGHBOURS.find(
      (one) => !this.#asked.has(one.extension) && isActive(one) && showsErrors(one, readSwitches()),
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
