import { join } from 'node:path';
import type { Edit } from './edits.js';

/** A code base that all are measured on. */
export interface CodeBase {
  readonly name: string;
  /** Absolute path of the package's source, and where it lies in the folder that is opened. */
  readonly source: string;
  readonly target: string;
  readonly configuration: string;
  /** A file that nothing else imports. */
  readonly leaf: Edit;
  /** A function's body in a file that many import. */
  readonly coreBody: Edit;
  /** A new function in a file that nearly everything imports. */
  readonly coreInterface: Edit;
}

const newFunction = (marker: string) => `def new_${marker}():\n    return ${marker}\n\n\n`;

/** celery 5.5.3: six thousand errors under `--strict`. */
function celery(source: string): CodeBase {
  return {
    name: 'celery',
    source: join(source, 'celery'),
    target: 'celery',
    configuration: '[mypy]\nfiles = celery\nstrict = True\n',
    leaf: {
      path: 'celery/contrib/rdb.py',
      anchor: 'Base port to bind to.  Default is 6899.\n',
      insert: (marker) => `"""\n${marker}\n"""`,
    },
    coreBody: {
      path: 'celery/app/base.py',
      anchor: '"""Make this the default app for all threads."""\n',
      insert: (marker) => `        ${marker}\n`,
    },
    coreInterface: {
      path: 'celery/exceptions.py',
      anchor: '"""Potential security issue found."""\n\n\n',
      insert: newFunction,
    },
  };
}

/**
 * mypy's own source: most of it is one import cycle. It is clean by its own rules, so it is held
 * against one more: two thousand methods override another without saying so.
 */
function mypy(source: string): CodeBase {
  return {
    name: 'mypy',
    source: join(source, 'mypy'),
    // Not at the root: `python -m mypy` would take the code base for mypy itself.
    target: 'src/mypy',
    configuration:
      '[mypy]\nmypy_path = src\nfiles = src/mypy\nstrict = True\n' +
      'enable_error_code = explicit-override\n',
    leaf: {
      path: 'src/mypy/stubtest.py',
      anchor: 'def _truncate(message: str, length: int) -> str:\n',
      insert: (marker) => `    ${marker}\n`,
    },
    coreBody: {
      path: 'src/mypy/nodes.py',
      anchor: 'def set_flags(node: Node, flags: list[str]) -> None:\n',
      insert: (marker) => `    ${marker}\n`,
    },
    coreInterface: {
      path: 'src/mypy/nodes.py',
      anchor: 'return [name for name in names if getattr(node, name)]\n\n\n',
      insert: newFunction,
    },
  };
}

/** @param sources Absolute folders that hold the packages, by name. */
export function listCodeBases(sources: { celery: string; mypy: string }): readonly CodeBase[] {
  return [celery(sources.celery), mypy(sources.mypy)];
}
