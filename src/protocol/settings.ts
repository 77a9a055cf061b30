/** The section `mypyRatchet` of the settings, as the server asks for it. */
export interface Settings {
  readonly enable: boolean;
  /** Path of a Python interpreter that has mypy; empty to look for one. */
  readonly interpreter: string;
  /** More arguments for mypy. */
  readonly args: readonly string[];
  /** What to check; empty for what mypy's configuration names, else the whole folder. */
  readonly targets: readonly string[];
  /** Path for `--config-file`; empty to let it be found. */
  readonly configFile: string;
  /** Path of the baseline file, relative to mypy's configuration; empty for the usual one. */
  readonly baselineFile: string;
  readonly engine: 'auto' | 'prewarmed' | 'daemon' | 'process';
  readonly run: 'onSave' | 'manual';
  readonly shrinkOnSave: boolean;
  readonly baselineSeverity: 'error' | 'warning' | 'information' | 'hint' | 'none';
  /** Publish new errors only. */
  readonly focusOnNewErrors: boolean;
  /** Which files have their number of errors beside them in the Explorer. */
  readonly explorerDecorations: 'none' | 'new' | 'all';
}
