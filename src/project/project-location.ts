import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '../core/problem/problem.js';
import {
  findMypyConfiguration,
  type MypyConfiguration,
} from '../mypy/configuration/find-configuration.js';
import { Git } from '../workspace/git/git.js';
import { type RatchetConfig, readRatchetConfig } from '../workspace/ratchet-config/ratchet-config.js';

/** What a person may say about a project; empty strings and lists leave it to the files. */
export interface ProjectSettings {
  readonly interpreter: string;
  readonly args: readonly string[];
  readonly targets: readonly string[];
  readonly configFile: string;
  readonly baselineFile: string;
  readonly engine: 'auto' | 'prewarmed' | 'process';
  readonly shrinkOnSave: boolean;
}

/** Where a project is and what belongs to it. */
export interface ProjectLocation {
  /** Absolute; the folder that was opened. */
  readonly folder: string;
  /** Absolute; the folder of mypy's configuration, to which all paths are relative. */
  readonly root: string;
  /** Absolute; null without a repository. */
  readonly repositoryRoot: string | null;
  readonly gitFolder: string | null;
  readonly configuration: MypyConfiguration;
  readonly ratchetConfig: RatchetConfig;
  readonly baselinePath: string;
  /** Absolute; files whose change means another run. */
  readonly configurationFiles: readonly string[];
  readonly problems: readonly Problem[];
}

/** Names of the files that can configure mypy or us, in the project's root. */
const CONFIGURATION_NAMES = [
  'mypy.ini',
  '.mypy.ini',
  'pyproject.toml',
  'setup.cfg',
  'mypy-ratchet.toml',
];
