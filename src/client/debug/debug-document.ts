import { homedir } from 'node:os';
import {
  Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  extensions,
  Uri,
  version,
  window,
  workspace,
} from 'vscode';
import { FactsRequest, type ServerFacts } from '../../protocol/debug-messages.js';
import { SETTINGS } from '../contributions.js';
import type { SendRequest } from '../endpoints.js';
import { NEIGHBOURS } from '../neighbours/neighbour.js';
import { readForeignSettings, readSetting } from '../neighbours/read-settings.js';
import type { SnapshotStore } from '../store.js';
import { describeExtension, type FolderFacts, type WindowFacts } from './describe-extension.js';

const SCHEME = 'mypy-ratchet-debug';
const ADDRESS = Uri.from({ scheme: SCHEME, path: 'Mypy Ratchet Debug Information.md' });

/** Extensions that choose a Python or show types beside us. */
const OTHERS = [
  'ms-python.python',
  'ms-python.vscode-python-envs',
  'ms-python.vscode-pylance',
  'detachhead.basedpyright',
  'charliermarsh.ruff',
  'usernamehw.errorlens',
  ...NEIGHBOURS.map(({ extension }) => extension),
];

/** The debug information as a document that cannot be edited; each time it is shown it is made anew. */
export class DebugDocument {
  readonly #store: SnapshotStore;
  readonly #sendRequest: SendRequest;
  readonly #context: Pick<ExtensionContext, 'extension'>;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable;

  constructor(
    store: SnapshotStore,
    sendRequest: SendRequest,
    context: Pick<ExtensionContext, 'extension'>,
  ) {
    this.#store = store;
    this.#sendRequest = sendRequest;
    this.#context = context;
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: () => this.#describe(),
      }),
    );
  }

  async show(): Promise<void> {
    this.#changed.fire(ADDRESS);
    await window.showTextDocument(await workspace.openTextDocument(ADDRESS));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #describe(): Promise<string> {
    return describeExtension(readWindow(this.#context), await this.#readServer());
  }

  async #readServer(): Promise<ServerFacts | null> {
    const runs = workspace.isTrusted && this.#store.server === 'running';
    return runs ? this.#sendRequest(FactsRequest, null) : null;
  }
}

function readWindow({ extension }: Pick<ExtensionContext, 'extension'>): WindowFacts {
  const { version: ours }: { readonly version: string } = extension.packageJSON;
  const remote = env.remoteName === undefined ? '' : `, remote: ${env.remoteName}`;
  return {
    version: ours,
    vscodeVersion: version,
    platform: `${process.platform} ${process.arch}${remote}`,
    isTrusted: workspace.isTrusted,
    extensions: OTHERS.flatMap(describeOther),
    folders: (workspace.workspaceFolders ?? []).map(({ name, uri }) => readFolder(name, uri)),
    homeFolder: homedir(),
  };
}

function describeOther(id: string): readonly string[] {
  const other = extensions.getExtension(id);
  if (other === undefined) return [];
  const { version: theirs }: { readonly version: string } = other.packageJSON;
  return [`${id} ${theirs}${other.isActive ? '' : ' (not active)'}`];
}

function readFolder(name: string, folder: Uri): FolderFacts {
  const extraPaths = readSetting('python.analysis.extraPaths', folder)?.value;
  return {
    name,
    settings: Object.values(SETTINGS).flatMap((id) => readSetting(id, folder) ?? []),
    foreign: readForeignSettings(folder),
    extraPaths: Array.isArray(extraPaths) ? extraPaths.map(String) : [],
  };
}
