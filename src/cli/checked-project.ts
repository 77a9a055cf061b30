import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RecordedOutput } from '../core/output/judge-recorded.js';
import { visibleLines } from '../core/text/visible-text.js';
import type { ProjectSurroundings } from '../project/open-project.js';
import type { Log } from '../project/ports.js';
import type { Project } from '../project/project.js';
import {
  locateProject,
  type ProjectLocation,
  type ProjectSettings,
} from '../project/project-location.js';
import type { CommandContext } from './command-context.js';
import type { ProjectOptions } from './options/project-options.js';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

/** What the command line brings to a project. */
export type CliSurroundings = Pick<ProjectSurroundings, 'storageFolder' | 'workerScript'>;

/** What a command needs that differs from what most do. */
export interface ProjectUse
  extends Pick<ProjectSurroundings, 'measures' | 'baselines' | 'base' | 'trustsLastCheck'>,
    Partial<Pick<ProjectSettings, 'engine'>> {}

/** The name by which a command reads standard input. */
const STANDARD_INPUT = '-';

/**
 * Opens the project that the options name, lets a command use it, and closes it whatever happens.
 */
export async function withProject<Result>(
  options: ProjectOptions,
  { terminal, surroundings }: Pick<CommandContext, 'terminal' | 'surroundings'>,
  run: (project: Project, location: ProjectLocation) => Promise<Result>,
  more: (location: ProjectLocation) => ProjectUse = () => ({}),
): Promise<Result> {
  const settings = toSettings(options);
  const folder = resolve(terminal.cwd, options.project ?? '.');
  // Loaded while git is asked where the project is.
  const [location, { openProject }] = await Promise.all([
    locateProject(folder, settings),
    import('../project/open-project.js'),
  ]);
  const { engine = settings.engine, ...use } = more(location);
  const progress = new Progress(terminal);
  const project = openProject(
    location,
    { ...settings, engine },
    {
      ...surroundings,
      ...toRecordedOutput(options, terminal),
      log: toLog(terminal, options.verbose === true),
      env: terminal.env,
      chosenPythons: () => Promise.resolve([]),
      trustsLastCheck: true,
      ...use,
      settles: false,
    },
    ({ activity }) => progress.show(activity),
  );
  try {
    return await run(project, location);
  } finally {
    progress.clear();
    await project.dispose();
  }
}

/** The command line never shrinks by itself: only a command that says so changes the file. */
function toSettings(options: ProjectOptions): ProjectSettings {
  return {
    interpreter: options.interpreter ?? '',
    args: [],
    targets: [],
    configFile: options.configFile ?? '',
    baselineFile: options.baseline ?? '',
    engine: 'process',
    shrinkOnSave: false,
  };
}

function toRecordedOutput(
  { fromOutput, mypyStatus }: ProjectOptions,
  terminal: Terminal,
): Pick<ProjectSurroundings, 'recordedOutput'> {
  if (fromOutput === undefined) return {};
  const file = resolve(terminal.cwd, fromOutput);
  const recordedOutput = async (): Promise<RecordedOutput> => {
    const isInput = fromOutput === STANDARD_INPUT;
    const stdout = isInput ? await terminal.readInput() : await readFile(file, 'utf8');
    return { stdout, exitCode: mypyStatus ?? null };
  };
  return { recordedOutput };
}

function toLog(terminal: Terminal, verbose: boolean): Log {
  const write = (message: string) => terminal.err(`${visibleLines(message)}\n`);
  return {
    info: verbose ? write : () => undefined,
    warn: verbose ? write : () => undefined,
    // Whatever a person must know is a problem of the project, and told as one.
    error: verbose ? write : () => undefined,
  };
}
