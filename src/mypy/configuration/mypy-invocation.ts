import type { MypyEnvironment } from '../interpreter/environment.js';

/** All that decides one run of mypy, the same for every engine. */
export interface MypyInvocation {
  readonly environment: MypyEnvironment;
  /** Absolute; mypy's working directory and the base of all paths it prints. */
  readonly root: string;
  /** Absolute path for `--config-file`; undefined lets mypy find it itself. */
  readonly configFile: string | undefined;
  /** The person's own arguments, before ours. */
  readonly args: readonly string[];
  /** Files and folders; empty when mypy's configuration names them. */
  readonly targets: readonly string[];
  /** Absolute; private to (root, arguments, interpreter, mypy version), never `.mypy_cache`. */
  readonly cacheFolder: string;
}
