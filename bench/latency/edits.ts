/** One kind of save: what is changed, and back again. */
export interface Edit {
  readonly name: string;
  /** Relative to the tree. Empty when nothing is changed. */
  readonly path: string;
  /** Text that is replaced by `to` and back, in turns; both of another length. */
  readonly from: string;
  readonly to: string;
}

/** On celery 5.5.3: a file that nothing imports, and one that nearly everything does. */
export const CELERY_EDITS: readonly Edit[] = [
  { name: 'nothing changed', path: '', from: '', to: '' },
  {
    name: 'leaf edit',
    path: 'celery/contrib/rdb.py',
    from: '"""Remote Debugger.',
    to: 'bench_marker: int = ""\n"""Remote Debugger.',
  },
  {
    name: 'widely imported module',
    path: 'celery/exceptions.py',
    from: 'class CeleryError(Exception):',
    to: 'def bench_marker(value):\n    return value\n\n\nclass CeleryError(Exception):',
  },
];
