import { basename, isAbsolute, relative } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { answer } from '../agent/answer.js';
import type { AgentAnswer, AskingTool } from '../core/agent/agent-tools.js';
import { toSlashes } from '../core/path/place.js';
import { openProject, type ProjectSurroundings } from '../project/open-project.js';
import { describeOutcome, isDone, type Outcome } from '../project/outcome.js';
import type { Log } from '../project/ports.js';
import type { Project } from '../project/project.js';
import { locateProject, type ProjectLocation } from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import type { CheckTrigger } from '../project/trigger.js';
import type { CommandOutcome, ProjectSnapshot } from '../protocol/messages.js';
import type { Settings } from '../protocol/settings.js';
import type { ChangeSet } from '../workspace/watch/change-set.js';
import { type ProjectWatch, watchProject } from '../workspace/watch/watch-project.js';
import { DiagnosticPublisher } from './diagnostic-publisher.js';
import { listShownErrors, toDiagnostic } from './diagnostics.js';
import { SavedFiles } from './saved-files.js';
import { wantSameRun } from './settings.js';
import { type ProjectIdentity, toSnapshot } from './snapshot.js';
import { toUri } from './uris.js';

/** How a host reaches the editor. */
export interface HostPorts {
  readonly sendDiagnostics: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  readonly sendSnapshot: (snapshot: ProjectSnapshot) => void;
  /** There is nothing to show for the folder any more. */
  readonly sendRemoved: () => void;
  readonly log: Log;
}

/** A workspace folder. */
export interface HostedFolder {
  readonly uri: string;
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/** What exists anew whenever the folder's configuration leads to another root or baseline. */
interface Opened {
  readonly location: ProjectLocation;
  readonly project: Project;
  readonly watch: ProjectWatch;
}

/** One workspace folder in the editor: its project, what changes it, and what the editor is sent. */
export class ProjectHost {
  #opened: Opened | undefined;
  #settings: Settings;
  readonly #folder: HostedFolder;
  readonly #surroundings: ProjectSurroundings;
  readonly #ports: HostPorts;
  readonly #publisher: DiagnosticPublisher;
  readonly #saved = new SavedFiles();
  /** What the diagnostics were last made of. */
  #published: (Pick<ProjectState, 'result' | 'blockers'> & { settings: Settings }) | undefined;

  constructor(
    folder: HostedFolder,
    settings: Settings,
    surroundings: ProjectSurroundings,
    ports: HostPorts,
  ) {
    this.#folder = folder;
    this.#settings = settings;
    this.#surroundings = surroundings;
    this.#ports = ports;
    this.#publisher = new DiagnosticPublisher(
      (path, diagnostics) => ports.sendDiagnostics(toUri(this.root, path), diagnostics),
      (shown) => toDiagnostic(this.root, shown),
    );
  }

  get id(): string {
    return this.#folder.uri;
  }

  get state(): ProjectState | undefined {
    return this.#opened?.project.state;
  }

  /** Absolute root of the project; the folder's own path until it is known. */
  get root(): string {
    return this.#opened?.location.root ?? this.#folder.path;
  }

  /** Finds the project and makes the first check, unless the person wants to ask for it. */
  async open(trigger: CheckTrigger): Promise<void> {
    if (!this.#settings.enable) {
      this.#clear();
      this.#opened = undefined;
      this.#ports.sendRemoved();
      return;
    }
    const location = await locateProject(this.#folder.path, this.#settings);
    const project = openProject(location, this.#settings, this.#surroundings, () => this.#show());
    const watch = watchProject(
      {
        root: location.root,
        gitFolder: location.gitFolder,
        baselineFile: location.baselinePath,
        configurationFiles: location.configurationFiles,
      },
      (changes) => this.#follow(changes),
      { log: (line) => this.#ports.log.warn(line) },
    );
    // What was published is relative to the root that it was published under.
    if (this.root !== location.root) this.#clear();
    this.#opened = { location, project, watch };
    this.#show();
    // What was found before is shown while mypy is on its way.
    const isWanted = this.#settings.run === 'onSave' || trigger === 'command';
    await Promise.all([project.recall(), isWanted ? project.check(trigger) : undefined]);
  }

  /** Whether a file (absolute path) belongs to this project; then its path relative to the root. */
  pathOf(file: string): string | undefined {
    const path = relative(this.root, file);
    if (path === '' || path.startsWith('..') || isAbsolute(path)) return undefined;
    return toSlashes(path);
  }

  async didSave(file: string): Promise<void> {
    this.#saved.remember(file);
    if (this.#settings.run === 'onSave') await this.#opened?.project.check('save', [file]);
  }

  async check(): Promise<void> {
    if (this.#opened === undefined) await this.open('command');
    else await this.#opened.project.check('command');
  }

  /** Looks for everything again: configuration, interpreter, baseline. */
  async restart(trigger: CheckTrigger): Promise<void> {
    await this.#close();
    await this.open(trigger);
  }

  async changeSettings(settings: Settings): Promise<void> {
    const before = this.#settings;
    this.#settings = settings;
    if (wantSameRun(before, settings)) this.#show();
    else await this.restart('configuration');
  }

  /** Answers an assistant; undefined where nothing is checked. */
  async ask(tool: AskingTool, input: unknown): Promise<AgentAnswer | undefined> {
    return this.#opened && answer(tool, input, this.#opened.project);
  }

  /** Runs a person's command on the baseline and words what came of it. */
  async command(run: (project: Project) => Promise<Outcome>): Promise<CommandOutcome> {
    if (this.#opened === undefined) {
      return { done: false, message: 'Mypy Ratchet is switched off in this folder.' };
    }
    const { project, location } = this.#opened;
    const outcome = await run(project);
    return {
      done: isDone(outcome),
      message: describeOutcome(outcome, basename(location.baselinePath)),
    };
  }

  async dispose(): Promise<void> {
    await this.#close();
    this.#clear();
  }

  async #close(): Promise<void> {
    const opened = this.#opened;
    await opened?.watch.close();
    await opened?.project.dispose();
  }

  /** Follows what happened on disk without the editor. */
  #follow(changes: ChangeSet): void {
    this.#respond(changes).catch((error: unknown) => this.#ports.log.error(String(error)));
  }

  async #respond(changes: ChangeSet): Promise<void> {
    const opened = this.#opened;
    if (opened === undefined) return;
    if (changes.configuration) {
      await this.#reconfigure(opened);
      return;
    }
    const foreign = this.#saved.without(changes.python);
    if (changes.baseline || changes.head) await opened.project.rereadBaseline();
    if (foreign.length === 0 || this.#settings.run === 'manual') return;
    await opened.project.check(changes.head ? 'head' : 'files', foreign);
  }

  /** Another configuration may mean another root, and then everything is another. */
  async #reconfigure({ location, project }: Opened): Promise<void> {
    const now = await locateProject(this.#folder.path, this.#settings);
    if (now.root !== location.root || now.baselinePath !== location.baselinePath) {
      await this.restart('configuration');
    } else if (this.#settings.run === 'onSave') {
      await project.restart('configuration');
    }
  }

  #show(): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const { state } = opened.project;
    this.#publish(state);
    this.#ports.sendSnapshot(toSnapshot(this.#identify(opened), state));
  }

  #clear(): void {
    this.#published = undefined;
    this.#publisher.clear();
  }

  /** Most states differ in what the project is doing only. */
  #publish(state: ProjectState): void {
    const { result, blockers } = state;
    const settings = this.#settings;
    const last = this.#published;
    const isSame =
      last?.result === result && last.blockers === blockers && last.settings === settings;
    if (isSame) return;
    this.#published = { result, blockers, settings };
    this.#publisher.publish(listShownErrors(state, settings));
  }

  #identify({ location }: Opened): ProjectIdentity {
    const { uri, name } = this.#folder;
    return { id: uri, name, root: location.root, baselinePath: location.baselinePath };
  }
}
