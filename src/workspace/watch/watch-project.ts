import { dirname, join, relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { listHeadFiles } from '../git/head-files.js';
import { ChangeBuffer } from './change-buffer.js';
import type { ChangeSet } from './change-set.js';
import { isIgnoredFolder } from './ignored-folders.js';

/** What to watch. All paths absolute. */
export interface WatchTarget {
  readonly root: string;
  /** Null without a repository. */
  readonly gitFolder: string | null;
  readonly baselineFile: string;
  readonly configurationFiles: readonly string[];
}

export interface WatchPorts {
  /** Told of what cannot be watched: too many folders, no permission. */
  readonly log: (line: string) => void;
}

/** A running watch. */
export interface ProjectWatch {
  /** Resolves when every folder is being watched. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const PYTHON_FILE = /\.pyi?$/;

/**
 * Tells of changes on disk, whoever makes them: another editor, `git checkout`, a code generator.
 * They are gathered into one {@link ChangeSet} until the disk is quiet for a moment.
 */
export function watchProject(
  target: WatchTarget,
  onChange: (changes: ChangeSet) => void,
  ports: WatchPorts,
): ProjectWatch {
  const buffer = new ChangeBuffer(onChange);
  const watchers = [watchTree(target, buffer, ports), watchSingles(target, buffer, ports)];
  return {
    ready: Promise.all(watchers.map(whenReady)).then(() => undefined),
    close: async () => {
      buffer.close();
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** The Python files below the root. */
function watchTree(target: WatchTarget, buffer: ChangeBuffer, ports: WatchPorts): FSWatcher {
  const { root } = target;
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (path, stats) => {
      if (path === root) return false;
      if (stats?.isFile()) return !PYTHON_FILE.test(path);
      return (
        isInsideIgnored(root, path) || (stats?.isDirectory() === true && isIgnoredFolder(path))
      );
    },
  });
  watcher.on('all', (_event, path) => {
    if (PYTHON_FILE.test(path)) buffer.addPython(path);
  });
  watcher.on('error', (error) => ports.log(`watching ${root}: ${String(error)}`));
  return watcher;
}

/** Single files, some of them not there yet: baseline, configuration, git's HEAD, or a repository. */
function watchSingles(target: WatchTarget, buffer: ChangeBuffer, ports: WatchPorts): FSWatcher {
  const { root, gitFolder, baselineFile } = target;
  const configuration = new Set(target.configurationFiles);
  const head = new Set(gitFolder === null ? [] : listHeadFiles(gitFolder));
  const repository = new Set(gitFolder === null ? [join(root, '.git')] : []);
  const files = new Set([baselineFile, ...configuration, ...head, ...repository]);
  const folders = new Set([...files].map((file) => dirname(file)));
  // Folders, not files: a file that is replaced by a rename would be lost from sight.
  const watcher = watch([...folders], {
    ignoreInitial: true,
    depth: 0,
    ignorePermissionErrors: true,
    ignored: (path, stats) => !folders.has(path) && !(files.has(path) || stats === undefined),
  });
  const note = (path: string) => {
    if (path === baselineFile) buffer.addBaseline();
    if (configuration.has(path)) buffer.addConfiguration();
    if (head.has(path)) buffer.addHead();
    if (repository.has(path)) buffer.addRepository();
  };
  watcher.on('all', (event, path) => {
    note(path);
    if (event !== 'addDir' || !folders.has(path)) return;
    // It was not there when the watch began, and files may have come with it.
    watcher.add(path);
    for (const file of files) if (dirname(file) === path) note(file);
  });
  watcher.on('error', (error) => ports.log(`watching ${root}: ${String(error)}`));
  return watcher;
}

function isInsideIgnored(root: string, path: string): boolean {
  return relative(root, path)
    .split(/[\\/]/)
    .some((part) => part.startsWith('.') && part !== '.' && part !== '..');
}

function whenReady(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.once('ready', resolve);
  });
}
