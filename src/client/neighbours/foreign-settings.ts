import type { ChosenPython } from '../../core/problem/problem.js';
import type { InheritedSettings } from '../../protocol/settings.js';

/** Where a setting stands: with the person, or in the workspace, or in one of its folders. */
export type SettingLevel = 'user' | 'workspace' | 'folder';

/** A setting that somebody has set, with the strongest of its values. */
export interface SetSetting {
  /** `mypy-type-checker.args`. */
  readonly id: string;
  readonly value: unknown;
  readonly level: SettingLevel;
}

/** A setting of another extension and what becomes of it here. */
export interface ForeignSetting extends SetSetting {
  readonly use: ForeignUse;
}

export type ForeignUse =
  /** Where `setting` of ours is empty. */
  | { readonly kind: 'fallback'; readonly setting: OurSetting }
  | { readonly kind: 'unused'; readonly why: string };

/** Settings of ours that another extension has too. */
export type OurSetting = 'interpreter' | 'args' | 'targets' | 'configFile';

interface Meaning {
  /** What it is here. */
  readonly setting: OurSetting | null;
  /** Why it is not used. */
  readonly why: string;
}

const OTHER_VERDICT = 'the command line does not know it, and would give another verdict';

/**
 * What the settings of the other mypy extensions mean here. Where the meaning is not the same, `why`
 * says so; settings that say nothing about a check are left out.
 */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  'mypy-type-checker.interpreter': { setting: 'interpreter', why: '' },
  'mypy-type-checker.path': { setting: 'interpreter', why: '' },
  'mypy-type-checker.args': { setting: 'args', why: '' },
  'mypy-type-checker.cwd': {
    setting: null,
    why: 'mypy runs in the folder of its configuration; mypyRatchet.projects names others',
  },
  'mypy-type-checker.extraPaths': { setting: null, why: `${OTHER_VERDICT}: use mypy_path` },
  'mypy-type-checker.ignorePatterns': { setting: null, why: `${OTHER_VERDICT}: use exclude` },
  'mypy-type-checker.importStrategy': { setting: null, why: 'mypy is always the environment’s' },
  'mypy-type-checker.preferDaemon': { setting: null, why: 'mypyRatchet.engine decides it' },
  'mypy-type-checker.reportingScope': { setting: null, why: 'the whole project is checked' },
  'mypy-type-checker.severity': {
    setting: null,
    why: 'severity tells new errors from the baseline: mypyRatchet.baselineSeverity',
  },
  'mypy.dmypyExecutable': { setting: 'interpreter', why: '' },
  'mypy.mypyExecutable': { setting: 'interpreter', why: '' },
  'mypy.configFile': { setting: 'configFile', why: '' },
  'mypy.targets': { setting: 'targets', why: '' },
  'mypy.extraArguments': { setting: 'args', why: '' },
  'mypy.env': { setting: null, why: OTHER_VERDICT },
  'mypy.envFile': { setting: null, why: OTHER_VERDICT },
};

export const FOREIGN_SETTINGS: readonly string[] = Object.keys(MEANINGS);

/** Values that may hold what is nobody else's business. */
export const PRIVATE_SETTINGS: ReadonlySet<string> = new Set(['mypy.env', 'mypy.envFile']);

/** The setting of ours that means the same; null where none does. */
export function settingFor(id: string): OurSetting | null {
  return MEANINGS[id]?.setting ?? null;
}

/** What becomes of each setting of the other extensions that somebody has set. */
export function judgeForeign(settings: readonly SetSetting[]): readonly ForeignSetting[] {
  return settings.flatMap((one) => {
    const meaning = MEANINGS[one.id];
    return meaning === undefined ? [] : [{ ...one, use: toUse(one, meaning) }];
  });
}

function toUse({ level }: SetSetting, { setting, why }: Meaning): ForeignUse {
  if (setting === null) return { kind: 'unused', why };
  // What a check finds is the team's affair: a person's own settings would make it find something
  // else than everybody else's does.
  if (setting !== 'interpreter' && level === 'user') {
    return { kind: 'unused', why: 'a person’s own settings do not decide what a project finds' };
  }
  return { kind: 'fallback', setting };
}

/** Replaces what a person may write for a place. */
export interface Expander {
  /** The absolute path that is meant. */
  path(path: string): string;
  /** A word that may hold VS Code's variables. */
  word(word: string): string;
}

/** What a check takes from the other extensions where nothing else says it. */
export function inheritSettings(
  foreign: readonly ForeignSetting[],
  expand: Expander,
): InheritedSettings {
  const given = { args: [] as string[], targets: [] as string[], configFile: '' };
  for (const { value, use } of foreign) {
    if (use.kind !== 'fallback') continue;
    if (use.setting === 'configFile' && given.configFile === '') {
      given.configFile = typeof value === 'string' && value !== '' ? expand.path(value) : '';
    }
    if (use.setting === 'targets') given.targets.push(...toTexts(value).map(expand.path));
    if (use.setting === 'args' && given.args.length === 0) {
      const { args, configFile } = splitConfigFile(toTexts(value));
      given.args.push(...args.map(expand.word));
      if (configFile !== '') given.configFile = expand.path(configFile);
    }
  }
  return given;
}

/** `--config-file X` among arguments is a setting of its own here. */
export function splitConfigFile(words: readonly string[]): {
  readonly args: readonly string[];
  readonly configFile: string;
} {
  const args: string[] = [];
  let configFile = '';
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const [, joined] = /^--config-file=(.*)$/.exec(word) ?? [];
    if (joined !== undefined) configFile = joined;
    else if (word === '--config-file') configFile = words[++index] ?? '';
    else args.push(word);
  }
  return { args, configFile };
}

/** The Pythons that the other extensions are told to use. */
export function listForeignPythons(
  foreign: readonly ForeignSetting[],
  expand: Expander,
): readonly ChosenPython[] {
  return foreign.flatMap(({ value, use }) => {
    if (use.kind !== 'fallback' || use.setting !== 'interpreter') return [];
    const program = programOf(toTexts(value));
    // A bare name is looked up on PATH anyway.
    if (program === undefined || !/[\\/]/.test(program)) return [];
    return [{ path: expand.path(program), origin: 'neighbour-setting' as const }];
  });
}

/** `[python]`, `[mypy]` or `[python, "-m", "mypy"]`; other commands cannot be taken apart. */
export function programOf([program, ...rest]: readonly string[]): string | undefined {
  const isWhole = rest.length === 0 || (rest.join(' ') === '-m mypy' && rest.length === 2);
  return isWhole ? program : undefined;
}

/** The texts of a setting that is one, or a list of them. */
export function toTexts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}
