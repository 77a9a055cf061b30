import { resolve } from 'node:path';
import { openProject, type ProjectSurroundings } from '../project/open-project.js';
import type { Log } from '../project/ports.js';
import type { Project } from '../project/project.js';
import {
  locateProject,
  type ProjectLocation,
  type ProjectSettings,
} from '../project/project-location.js';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

/** The options that every command has. */
export interface ProjectOptions {
  readonly project?: string;
  readonly interpreter?: string;
  readonly baseline?: string;
  readonly configFile?: string;
  readonly verbose?: true;
}

/** What the command line brings to a project. */
export type CliSurroundings = Pick<ProjectSurroundings, 'storageFolder' | 'workerScript'>;

/**
 * Opens the project that the options name, lets a command use it, and closes it whatever happens.
 */
export async function withProject<Result>(
  options: ProjectOptions,
  terminal: Terminal,
  surroundings: CliSurroundings,
  use: (project: Project, location: ProjectLocation) => Promise<Result>,
): Promise<Result> {
  const settings = toSettings(options);
  const location = await locateProject(resolve(terminal.cwd, options.project ?? '.'), settings);
  const progress = new Progress(terminal);
  const project = openProject(
    location,
    settings,
    {
      ...surroundings,
      log: toLog(terminal, options.verbose === true),
      pythonExtension: () => Promise.resolve(null),
    },
    ({ activity }) => progress.show(activity),
  );
  try {
    return await use(project, location);
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

function toLog(terminal: Terminal, verbose: boolean): Log {
  const write = (message: string) => terminal.err(`${message}\n`);
  return {
    info: verbose ? write : () => undefined,
    warn: verbose ? write : () => undefined,
    error: write,
  };
}
