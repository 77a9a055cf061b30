/** The section `mypyRatchet` of the settings, as the server asks for it. */
export interface Settings {
  readonly enable: boolean;
  /** Folders that are projects, relative to the workspace folder; empty to find them. */
  readonly projects: readonly string[];
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
  /** Which errors the editor lists and underlines; the view has all of them. */
  readonly diagnostics: 'all' | 'new' | 'none';
  /** How the errors of the baseline look, where the editor shows them. */
  readonly baselineSeverity: 'error' | 'warning' | 'information' | 'hint';
  /** New errors only, in the view and in the editor. */
  readonly focusOnNewErrors: boolean;
  /** Which files have their number of errors beside them in the Explorer. */
  readonly explorerDecorations: 'none' | 'new' | 'all';
}

/**
 * What the workspace tells another mypy extension of a check, for where neither our settings nor the
 * project's configuration say it.
 */
export interface InheritedSettings {
  readonly args: readonly string[];
  /** Absolute paths. */
  readonly targets: readonly string[];
  /** Absolute path; empty for none. */
  readonly configFile: string;
}

/** Ours, and what is inherited: what the client answers when the server asks for the section. */
export interface FolderSettings extends Settings {
  readonly inherited: InheritedSettings;
}
