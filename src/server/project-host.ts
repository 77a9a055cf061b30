import { basename } from 'node:path';
import { answer } from '../agent/answer.js';
import type { AgentAnswer, AskingTool } from '../core/agent/agent-tools.js';
import type { Language } from '../core/language/language.js';
import type { ProjectSurroundings } from '../project/open-project.js';
import { describeOutcome, isDone, type Outcome } from '../project/outcome.js';
import type { Project } from '../project/project.js';
import {
  type FindRepository,
  hasMoved,
  locateProject,
  type ProjectLocation,
} from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import type { CheckTrigger } from '../project/trigger.js';
import type { ProjectFacts } from '../protocol/debug-messages.js';
import type { CommandOutcome } from '../protocol/messages.js';
import type { ReportText } from '../protocol/report-messages.js';
import type { FolderSettings } from '../protocol/settings.js';
import { pathBelow } from '../workspace/path-below.js';
import type { ChangeSet } from '../workspace/watch/change-set.js';
import type { BranchHost } from './branch-host.js';
import { ChosenPythons } from './chosen-pythons.js';
import type { FixHost } from './fixes/fix-host.js';
import { type HostedFolder, type HostPorts, SWITCHED_OFF } from './host-ports.js';
import { type OpenedProject, openHosted } from './opened-project.js';
import { PastChecks, toProjectFacts } from './project-facts.js';
import { ProjectPicture } from './project-picture.js';
import type { ReportWish } from './report-host.js';
import { SavedFiles } from './saved-files.js';
import { wantSameRun } from './settings.js';
import type { ProjectIdentity } from './snapshot.js';

/** One folder in the editor: its project, what changes it, and what the editor is sent. */
export class ProjectHost {
  #opened: OpenedProject | undefined;
  #settings: FolderSettings;
  readonly folder: HostedFolder;
  readonly #surroundings: ProjectSurroundings;
  readonly #ports: HostPorts;
  readonly #picture: ProjectPicture;
  readonly #saved = new SavedFiles();
  /** See `CompareWithRequest`; stays when the project is opened anew. */
  #comparedWith: string | null = null;
  readonly #checks = new PastChecks();
  /** Counts how often it was opened or closed: of several that overlap the last one counts. */
  #turn = 0;
  readonly #pythons: ChosenPythons;

  constructor(
    folder: HostedFolder,
    settings: FolderSettings,
    surroundings: ProjectSurroundings,
    ports: HostPorts,
  ) {
    this.folder = folder;
    this.#settings = settings;
    this.#surroundings = surroundings;
    this.#ports = ports;
    this.#pythons = new ChosenPythons(surroundings.chosenPythons);
    this.#picture = new ProjectPicture(() => this.root, ports);
  }

  get id(): string {
    return this.folder.uri;
  }

  /** In which the person is told things. */
  get language(): Language {
    return this.#ports.language;
  }

  /** Where the project is; undefined until that is known, and while it is switched off. */
  get location(): ProjectLocation | undefined {
    return this.#opened?.location;
  }

  get state(): ProjectState | undefined {
    return this.#opened?.project.state;
  }

  /** Absolute root of the project; the folder's own path until it is known. */
  get root(): string {
    return this.#opened?.location.root ?? this.folder.path;
  }

  /**
   * Finds the project and makes the first check, unless the person wants to ask for it.
   *
   * @param findRepository Asks git when absent.
   */
  async open(trigger: CheckTrigger, findRepository?: FindRepository): Promise<void> {
    if (!this.#settings.enable) {
      this.#picture.clear();
      this.#opened = undefined;
      this.#ports.sendRemoved();
      return;
    }
    const turn = ++this.#turn;
    const location = await locateProject(this.folder.path, this.#settings, findRepository);
    // Opened anew meanwhile, or closed.
    if (turn !== this.#turn) return;
    const surroundings = { ...this.#surroundings, chosenPythons: () => this.#pythons.list() };
    const opened = openHosted(location, this.#settings, surroundings, {
      ...this.#ports,
      onDidChange: () => this.#show(),
      onDiskChange: (changes) => this.#follow(changes),
    });
    // What was published is relative to the root that it was published under.
    if (this.root !== location.root) this.#picture.clear();
    this.#opened = opened;
    this.#picture.renew();
    const { project, branch, owners } = opened;
    await Promise.all([branch.compareWith(this.#comparedWith), owners.read()]);
    this.#show();
    // What was found before is shown while mypy is on its way.
    const isWanted = this.#settings.run === 'onSave' || trigger === 'command';
    await Promise.all([project.recall(), isWanted ? project.check(trigger) : undefined]);
  }

  /** Whether a file (absolute path) belongs to this project; then its path relative to the root. */
  pathOf(file: string): string | undefined {
    return pathBelow(this.root, file) || undefined;
  }

  async didSave(file: string): Promise<void> {
    this.#saved.remember(file);
    if (this.#settings.run === 'onSave') await this.#opened?.project.didSave(file);
    else await this.#opened?.project.outdate([file]);
  }

  async didOpen(file: string): Promise<void> {
    await this.#opened?.project.didOpen(file);
  }

  async check(): Promise<void> {
    if (this.#opened === undefined) {
      await this.open('command');
      return;
    }
    await this.#opened.branch.refresh();
    await this.#opened.project.check('command');
  }

  /** Looks for everything again: configuration, interpreter, baseline. */
  async restart(trigger: CheckTrigger): Promise<void> {
    await this.#close();
    await this.open(trigger);
  }

  async changeSettings(settings: FolderSettings): Promise<void> {
    const before = this.#settings;
    this.#settings = settings;
    if (wantSameRun(before, settings)) this.#show();
    else await this.restart('configuration');
  }

  /** Follows another choice of Python. */
  async followPythons(): Promise<void> {
    if (this.#opened === undefined || !(await this.#pythons.haveChanged())) return;
    await this.restart('configuration');
  }

  /** See `FactsRequest`; undefined where nothing is checked. */
  describe(): ProjectFacts | undefined {
    if (this.#opened === undefined) return undefined;
    const { location, project } = this.#opened;
    const settings = this.#settings;
    return toProjectFacts(this.folder.name, location, settings, project.state, this.#checks.all);
  }

  /** Answers an assistant; undefined where nothing is checked. */
  async ask(tool: AskingTool, input: unknown): Promise<AgentAnswer | undefined> {
    return this.#opened && answer(tool, input, this.#opened.project);
  }

  async renderReport(
    wish: Pick<ReportWish, 'format' | 'version' | 'onProgress'>,
  ): Promise<ReportText> {
    if (this.#opened === undefined) {
      return { kind: 'refused', message: switchedOff(this.language).message };
    }
    const { project, report } = this.#opened;
    const revision = this.#comparedWith ?? '';
    return report.render(project.state, { ...wish, revision, project: this.id });
  }

  /**
   * Runs a command on the baseline and words what came of it.
   *
   * @param language Of whoever reads that; the person's where absent.
   */
  async command(
    run: (project: Project) => Promise<Outcome>,
    language: Language | undefined = this.language,
  ): Promise<CommandOutcome> {
    if (this.#opened === undefined) return switchedOff(language);
    const { project, location } = this.#opened;
    const outcome = await run(project);
    const message = describeOutcome(outcome, basename(location.baselinePath), language);
    return { done: isDone(outcome), message };
  }

  /** The project's branch, while the project is not switched off. */
  get branch(): BranchHost | undefined {
    return this.#opened?.branch;
  }

  /** The same of its fixes. */
  get fixes(): FixHost | undefined {
    return this.#opened?.fixes;
  }

  /** See `CompareWithRequest`. */
  async compareWith(revision: string | null): Promise<CommandOutcome> {
    this.#comparedWith = revision;
    if (this.#opened === undefined) return switchedOff(this.language);
    const { branch } = this.#opened;
    await branch.compareWith(revision);
    this.#show();
    return branch.describe();
  }

  async dispose(): Promise<void> {
    await this.#close();
    this.#picture.clear();
  }

  async #close(): Promise<void> {
    this.#turn++;
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
    const foreign = this.#saved.without(changes.python);
    if (changes.head) await Promise.all([opened.branch.refresh(), opened.owners.read()]);
    if (changes.baseline || changes.head) await opened.project.rereadBaseline();
    if (changes.configuration || changes.repository) {
      await this.#reconfigure(opened, foreign);
      return;
    }
    if (foreign.length === 0) return;
    if (this.#settings.run === 'manual') await opened.project.outdate(foreign);
    else await opened.project.check(changes.head ? 'head' : 'files', foreign);
  }

  /** Another configuration may mean another place, and then everything is another. */
  async #reconfigure(
    { location, project }: OpenedProject,
    changed: readonly string[],
  ): Promise<void> {
    const now = await locateProject(this.folder.path, this.#settings);
    if (hasMoved(location, now)) {
      await this.restart('configuration');
    } else if (this.#settings.run === 'onSave') {
      await project.restart('configuration', changed);
    } else {
      await project.outdate(changed, true);
    }
  }

  #show(): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const { state } = opened.project;
    this.#checks.note(state);
    this.#picture.publish(state, this.#settings);
    const branch = opened.branch.show(state.result);
    this.#picture.send(this.#identify(opened), state, branch);
  }

  #identify({ location: { root, baselinePath }, owners }: OpenedProject): ProjectIdentity {
    const { uri: id, name } = this.folder;
    return { id, name, root, baselinePath, owners };
  }
}

function switchedOff(language: Language): CommandOutcome {
  return { done: false, message: language.express(SWITCHED_OFF) };
}
