import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import { POLICY_KEYS, type PolicyWords, parsePolicy } from '../../core/gate/parse-policy.js';
import { type Phrase, phrase, verbatim } from '../../core/language/language.js';
import { parsePlan } from '../../core/plan/parse-plan.js';
import type { Plan } from '../../core/plan/plan.js';
import type { Problem } from '../../core/problem/problem.js';

/** Names of the files that configure us, in a project's root; the first one that is there counts. */
export const RATCHET_CONFIG_FILES = ['mypy-ratchet.toml', 'pyproject.toml'] as const;

/** What a team says to all who check its project: `[tool.mypy-ratchet]`. */
export interface RatchetConfig {
  /** Where the baseline is, relative to the configuration. */
  readonly baseline: string;
  /** More arguments for mypy. */
  readonly args: readonly string[];
  /** What to check. */
  readonly targets: readonly string[];
  /** mypy's configuration file. */
  readonly configFile: string;
  /** The branch into which changes go; empty to look for it. */
  readonly base: string;
  /** What the gate is to ask, as written. */
  readonly gate: PolicyWords;
  /** How the errors are to go; null where nobody planned it, or where it cannot be understood. */
  readonly plan: Plan | null;
  /** What could not be read or is not known. */
  readonly problems: readonly Problem[];
}

const EMPTY: RatchetConfig = {
  baseline: '',
  args: [],
  targets: [],
  configFile: '',
  base: '',
  gate: {},
  plan: null,
  problems: [],
};
const KEYS = new Set([
  'baseline',
  'args',
  'targets',
  'config-file',
  'base',
  'plan',
  ...POLICY_KEYS,
]);

/** Gives a file's text; undefined when it is not there. */
export type ReadText = (name: string) => Promise<string | undefined>;

/**
 * Reads `mypy-ratchet.toml` in a project's root, or `[tool.mypy-ratchet]` of its `pyproject.toml`
 * where that file is not there. Mistakes are told, never ignored and never fatal.
 */
export function readRatchetConfig(root: string): Promise<RatchetConfig> {
  return parseRatchetConfig((name) => readIfThere(join(root, name)));
}

/** The same from wherever the files are, as in another commit. */
export async function parseRatchetConfig(readText: ReadText): Promise<RatchetConfig> {
  const [ownFile, sharedFile] = RATCHET_CONFIG_FILES;
  const own = await readTable(ownFile, readText);
  if (own.kind !== 'absent') return toConfig(ownFile, own);
  const project = await readTable(sharedFile, readText);
  if (project.kind !== 'read') return toConfig(sharedFile, project);
  const tool = project.table['tool'];
  const section = isTable(tool) ? tool['mypy-ratchet'] : undefined;
  if (section === undefined) return EMPTY;
  if (!isTable(section))
    return withProblem('pyproject.toml', phrase('[tool.mypy-ratchet] is no table'));
  return toConfig('pyproject.toml', { kind: 'read', table: section });
}

type TableRead =
  | { readonly kind: 'absent' }
  | { readonly kind: 'read'; readonly table: TomlTable }
  | { readonly kind: 'unreadable'; readonly detail: Phrase };

async function readTable(name: string, readText: ReadText): Promise<TableRead> {
  let text: string | undefined;
  try {
    text = await readText(name);
  } catch (error) {
    return { kind: 'unreadable', detail: verbatim(String(error)) };
  }
  if (text === undefined) return { kind: 'absent' };
  try {
    return { kind: 'read', table: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { kind: 'unreadable', detail: verbatim(error.message) };
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function toConfig(path: string, read: TableRead): RatchetConfig {
  if (read.kind === 'absent') return EMPTY;
  if (read.kind === 'unreadable') return withProblem(path, read.detail);
  const { table } = read;
  const mistakes: Phrase[] = [];
  for (const key of Object.keys(table)) {
    if (!KEYS.has(key)) mistakes.push(phrase('mypy-ratchet does not know the key "{0}"', key));
  }
  const text = (key: string): string => {
    const value = table[key] ?? '';
    if (typeof value === 'string') return value;
    mistakes.push(phrase('"{0}" is no string', key));
    return '';
  };
  const texts = (key: string): readonly string[] => {
    const value = table[key] ?? [];
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    mistakes.push(phrase('"{0}" is no list of strings', key));
    return [];
  };
  const { plan, mistakes: planMistakes } = parsePlan(withPlainDates(table['plan']));
  const config = {
    baseline: text('baseline'),
    args: texts('args'),
    targets: texts('targets'),
    configFile: text('config-file'),
    base: text('base'),
    gate: Object.fromEntries(POLICY_KEYS.map((key) => [key, table[key]])),
    plan,
  };
  mistakes.push(...parsePolicy(config.gate).mistakes, ...planMistakes);
  return { ...config, problems: mistakes.map((detail) => problemOf(path, detail)) };
}

/** TOML has dates of its own; a local one is written as it stands in the file. */
function withPlainDates(table: TomlValue | undefined): unknown {
  if (!isTable(table)) return table;
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [
      key,
      value instanceof Date ? value.toISOString() : value,
    ]),
  );
}

function withProblem(path: string, detail: Phrase): RatchetConfig {
  return { ...EMPTY, problems: [problemOf(path, detail)] };
}

function problemOf(path: string, detail: Phrase): Problem {
  return { kind: 'configuration-unreadable', path, detail };
}

function isTable(value: unknown): value is TomlTable {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}
