import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LocatedError } from '../../core/error/mypy-error.js';
import { areIdentical } from '../../core/list/are-identical.js';
import { groupByPath } from '../../core/path/group-by-path.js';
import { messageOf } from '../../core/thrown/message-of.js';
import { stampFile } from '../../workspace/file-stamp.js';
import type { SourceReader } from '../../workspace/source/source-reader.js';
import type { Log } from '../ports.js';
import { readResultFile, writeResultFile } from './result-file.js';
import { removeOldResults, resultFileOf } from './result-folder.js';
import type { KeptCheck, RecalledCheck, ResultMemory } from './result-memory.js';
import type { ResultFacts, ResultIdentity, StoredFile } from './stored-result.js';

/** Saves that follow each other are written down once. */
const DELAY_MS = 1_000;
/** For a check that found the very same errors: only the time in the file would change. */
const SAME_DELAY_MS = 30_000;

/** Some file systems keep modification times in steps of two seconds. */
const TIME_STEP_MS = 2_000;

/** What a stored memory is made for. */
export interface StoredMemoryOptions {
  /** Absolute; outside the project. */
  readonly storageFolder: string;
  /** The product's: results of another version are ignored. */
  readonly version: string;
  readonly identity: ResultIdentity;
  readonly source: Pick<SourceReader, 'follow' | 'remember'>;
  readonly log: Log;
}

/** Results in files, one for each set-up of a project. */
export class StoredMemory implements ResultMemory {
  readonly #options: StoredMemoryOptions;
  #waiting: KeptCheck | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #written: readonly LocatedError[] = [];

  constructor(options: StoredMemoryOptions) {
    this.#options = options;
  }

  async recall(): Promise<RecalledCheck | null> {
    const { storageFolder, identity, version, log } = this.#options;
    const file = resultFileOf(storageFolder, identity);
    const read = await readResultFile(
      file,
      (header) =>
        header.version === version && resultFileOf(storageFolder, header.identity) === file,
    );
    switch (read.kind) {
      case 'absent':
      case 'other':
        return null;
      case 'damaged':
        log.warn(`the result of the last session is damaged (${read.detail}) and was removed`);
        await rm(file, { force: true });
        return null;
      case 'read':
        return this.#place(read.header.facts, read.files);
    }
  }

  keep(check: KeptCheck): void {
    this.#waiting = check;
    clearTimeout(this.#timer);
    const delayMs = areIdentical(this.#written, check.errors) ? SAME_DELAY_MS : DELAY_MS;
    this.#timer = setTimeout(() => this.#write(), delayMs);
  }

  async close(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  /** Leaves out what is not to be seen in the files as they are now. */
  async #place(facts: ResultFacts, files: readonly StoredFile[]): Promise<RecalledCheck> {
    const { identity, source, log } = this.#options;
    const placed: LocatedError[] = [];
    let gone = 0;
    for (const { path, stamp, errors } of files) {
      const isUnchanged = stamp !== '' && stampFile(resolve(identity.root, path)) === stamp;
      if (isUnchanged) source.remember(path, stamp, errors, facts.environment.mypy);
      const found = isUnchanged
        ? errors
        : await source.follow(identity.root, errors, facts.environment.mypy);
      for (const error of found) placed.push(error);
      gone += errors.length - found.length;
    }
    if (gone > 0) log.info(`${gone} errors of the last session are left out: their lines changed`);
    return { ...facts, errors: placed };
  }

  #write(): void {
    clearTimeout(this.#timer);
    const check = this.#waiting;
    this.#waiting = undefined;
    if (check === undefined) return;
    this.#writing = this.#writing.then(() => this.#store(check));
  }

  async #store({ errors, startedAt, ...facts }: KeptCheck): Promise<void> {
    const { storageFolder, version, log } = this.#options;
    const { config, targets } = facts.environment;
    const identity = { ...this.#options.identity, config, targets };
    const groups = groupByPath(errors);
    try {
      await writeResultFile(
        resultFileOf(storageFolder, identity),
        { version, identity, facts, files: groups.size },
        stampFiles(identity.root, groups, startedAt),
      );
      this.#written = errors;
      await removeOldResults(storageFolder, Date.now());
    } catch (error) {
      log.warn(`the result could not be kept for the next session: ${messageOf(error)}`);
    }
  }
}

/** A stamp counts only if nothing was written since mypy began: else nobody knows what it read. */
function* stampFiles(
  root: string,
  groups: ReadonlyMap<string, { readonly items: readonly LocatedError[] }>,
  startedAt: number,
): Generator<StoredFile> {
  for (const [path, { items: errors }] of groups) {
    const stamp = stampFile(resolve(root, path)) ?? '';
    const [mtimeNs = ''] = stamp.split(':');
    const isSettled = Number(mtimeNs) / 1e6 < startedAt - TIME_STEP_MS;
    yield { path, stamp: isSettled ? stamp : '', errors };
  }
}
