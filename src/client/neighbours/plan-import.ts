import {
  type OurSetting,
  programOf,
  type SetSetting,
  type SettingLevel,
  settingFor,
  splitConfigFile,
  toTexts,
} from './foreign-settings.js';

/** A setting of ours that takes over what another extension is told. */
export interface ImportedSetting {
  readonly setting: OurSetting | 'projects';
  readonly value: string | readonly string[];
  /** Where it is to stand: where the other one does. */
  readonly level: SettingLevel;
  /** The id of the setting that it is taken from. */
  readonly from: string;
}

/**
 * What an import would write, in the words of our settings. A person asks for it, so it takes also what
 * is no fallback by itself; what is set in ours is left alone.
 *
 * @param isSet Whether a setting of ours has a value that somebody gave it.
 */
export function planImport(
  settings: readonly SetSetting[],
  isSet: (setting: ImportedSetting['setting']) => boolean,
): readonly ImportedSetting[] {
  const planned = new Map<ImportedSetting['setting'], ImportedSetting>();
  for (const one of settings.flatMap(translate)) {
    if (!isSet(one.setting) && !planned.has(one.setting)) planned.set(one.setting, one);
  }
  return [...planned.values()];
}

function translate({ id, value, level }: SetSetting): readonly ImportedSetting[] {
  const to = (setting: ImportedSetting['setting'], translated: string | readonly string[]) =>
    translated.length === 0 ? [] : [{ setting, value: translated, level, from: id }];
  if (id === 'mypy-type-checker.cwd') return to('projects', folderBelow(value));
  switch (settingFor(id)) {
    case 'interpreter':
      return to('interpreter', programOf(toTexts(value)) ?? '');
    case 'args': {
      const { args, configFile } = splitConfigFile(toTexts(value));
      return [...to('args', args), ...to('configFile', configFile)];
    }
    case 'targets':
      return to('targets', toTexts(value));
    case 'configFile':
      return to('configFile', toTexts(value)[0] ?? '');
    case null:
      return [];
  }
}

/** A folder of the workspace in which the other extension runs mypy; others depend on a file. */
function folderBelow(value: unknown): readonly string[] {
  const folder = typeof value === 'string' ? /^\$\{workspaceFolder\}[\\/](.+)$/.exec(value) : null;
  return folder?.[1] === undefined ? [] : [folder[1]];
}
