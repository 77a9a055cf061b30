import type { Connection } from 'vscode-languageserver';
import { isRecord } from '../core/json/is-record.js';
import type { FolderSettings, InheritedSettings, Settings } from '../protocol/settings.js';

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  projects: [],
  interpreter: '',
  args: [],
  targets: [],
  configFile: '',
  baselineFile: '',
  engine: 'auto',
  run: 'onSave',
  shrinkOnSave: true,
  diagnostics: 'all',
  baselineSeverity: 'information',
  focusOnNewErrors: false,
  explorerDecorations: 'none',
};

const NOTHING_INHERITED: InheritedSettings = { args: [], targets: [], configFile: '' };

const ENGINES = ['auto', 'prewarmed', 'daemon', 'process'] as const;
const RUNS = ['onSave', 'manual'] as const;
const DECORATIONS = ['none', 'new', 'all'] as const;
const DIAGNOSTICS = ['all', 'new', 'none'] as const;
const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** What the editor says of a folder. */
export async function readSettings(
  { workspace }: Connection,
  folderUri: string,
): Promise<FolderSettings> {
  const asked = { scopeUri: folderUri, section: 'mypyRatchet' };
  return parseSettings(await workspace.getConfiguration(asked));
}

/** Reads the section `mypyRatchet`; whatever is not of the right type takes its default. */
export function parseSettings(value: unknown): FolderSettings {
  const section = isRecord(value) ? value : {};
  const defaults = DEFAULT_SETTINGS;
  return {
    enable: parseBoolean(section['enable'], defaults.enable),
    projects: parseStrings(section['projects'], defaults.projects),
    interpreter: parseString(section['interpreter'], defaults.interpreter),
    args: parseStrings(section['args'], defaults.args),
    targets: parseStrings(section['targets'], defaults.targets),
    configFile: parseString(section['configFile'], defaults.configFile),
    baselineFile: parseString(section['baselineFile'], defaults.baselineFile),
    engine: parseChoice(section['engine'], ENGINES, defaults.engine),
    run: parseChoice(section['run'], RUNS, defaults.run),
    shrinkOnSave: parseBoolean(section['shrinkOnSave'], defaults.shrinkOnSave),
    diagnostics: parseChoice(section['diagnostics'], DIAGNOSTICS, defaults.diagnostics),
    baselineSeverity: parseChoice(
      section['baselineSeverity'],
      SEVERITIES,
      defaults.baselineSeverity,
    ),
    focusOnNewErrors: parseBoolean(section['focusOnNewErrors'], defaults.focusOnNewErrors),
    explorerDecorations: parseChoice(
      section['explorerDecorations'],
      DECORATIONS,
      defaults.explorerDecorations,
    ),
    inherited: parseInherited(section['inherited']),
  };
}

/** What our own client puts beside the settings; another editor's has nothing of the kind. */
function parseInherited(value: unknown): InheritedSettings {
  const section = isRecord(value) ? value : {};
  return {
    args: parseStrings(section['args'], NOTHING_INHERITED.args),
    targets: parseStrings(section['targets'], NOTHING_INHERITED.targets),
    configFile: parseString(section['configFile'], NOTHING_INHERITED.configFile),
  };
}

/** Whether two settings want the same run of mypy, and differ in what is shown at most. */
export function wantSameRun(left: FolderSettings, right: FolderSettings): boolean {
  const shown = {
    projects: null,
    diagnostics: null,
    baselineSeverity: null,
    focusOnNewErrors: null,
    explorerDecorations: null,
  };
  return JSON.stringify({ ...left, ...shown }) === JSON.stringify({ ...right, ...shown });
}

function parseBoolean(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function parseString(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value.trim() : fallback;
}

function parseStrings(value: unknown, fallback: readonly string[]): readonly string[] {
  if (!Array.isArray(value)) return fallback;
  return value.filter((item): item is string => typeof item === 'string');
}

function parseChoice<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  return choices.find((choice) => choice === value) ?? fallback;
}
