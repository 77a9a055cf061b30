import type { ProjectId, RequestDescriptor } from './messages.js';

/** How mypy would get into a project's environment: one program, without a shell. */
export interface ShownInstall {
  /** `mypy==2.4.1`. */
  readonly requirement: string;
  /** The Python that gets it, absolute; null where a manager makes the environment. */
  readonly interpreter: string | null;
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** All of it as one line, for a person to read. */
  readonly line: string;
}

/** client → server. Null where no environment of the project is known. */
export const InstallRequest: RequestDescriptor<
  { readonly project: ProjectId },
  ShownInstall | null
> = { method: 'mypyRatchet/install' };
