import { lutimes } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.js';
import type { HistoryCommit } from './history.js';

/** Seconds since the epoch, before any time at which git wrote a file. */
const FIRST_TIME = 1_000_000_000;

/** A worktree of our own in which one commit after the other is checked out. */
export class WorkingTree {
  /** Absolute. */
  readonly folder: string;
  #moves = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Checks a commit out. Each file that it changes gets a time that no file had before: mypy takes
   * one of the same size and second for unchanged (`validate_meta` in mypy/build.py).
   */
  async moveTo({ revision }: HistoryCommit): Promise<void> {
    const noHooks = ['-c', 'core.hooksPath=/dev/null'];
    const differing = ['diff', '--name-only', '--no-renames', '--diff-filter=d', '-z'];
    const changed = (await git(this.folder, [...differing, 'HEAD', revision, '--']))
      .split('\0')
      .filter((path) => path !== '');
    await git(this.folder, [...noHooks, 'checkout', '--quiet', '--force', '--detach', revision]);
    const time = FIRST_TIME + this.#moves++;
    for (const path of changed) await lutimes(join(this.folder, path), time, time);
  }
}
