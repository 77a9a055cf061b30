import { isDeepStrictEqual } from 'node:util';
import { parse, stringify, TomlError, type TomlTable } from 'smol-toml';
import { isRecord } from '../../core/json/is-record.js';
import { appendText } from './append-text.js';
import type { FilePlan } from './file-plan.js';
import { inRepository, MARKER, type SetUp } from './set-up.js';

/** The two files that may hold our configuration; null where one is not there. */
export interface ConfigurationTexts {
  readonly pyproject: string | null;
  /** `mypy-ratchet.toml`, which is read before pyproject.toml. */
  readonly own: string | null;
}

/** Says in the project's configuration where its baseline is, for everybody who checks it. */
export function planConfiguration(
  { pyproject, own }: ConfigurationTexts,
  setUp: Pick<SetUp, 'project' | 'baseline'>,
): FilePlan {
  const ownPath = inRepository(setUp, 'mypy-ratchet.toml');
  if (own !== null) return { kind: 'unchanged', path: ownPath };
  const keys = `${stringify({ baseline: setUp.baseline }).trimEnd()}\n`;
  if (pyproject === null) return { kind: 'create', path: ownPath, content: keys };
  const path = inRepository(setUp, 'pyproject.toml');
  const before = parseToml(pyproject);
  if (before.kind === 'malformed') return { kind: 'conflict', path, why: before.why };
  const tool = before.table['tool'];
  if (isRecord(tool) && 'mypy-ratchet' in tool) return { kind: 'unchanged', path };
  const content = appendText(pyproject, `${MARKER}\n[tool.mypy-ratchet]\n${keys}`, true);
  return isAdded(before.table, parseToml(content))
    ? { kind: 'change', path, content }
    : { kind: 'conflict', path, why: '[tool.mypy-ratchet] cannot be added after its last line' };
}

type TomlRead =
  | { readonly kind: 'read'; readonly table: TomlTable }
  | { readonly kind: 'malformed'; readonly why: string };

function parseToml(text: string): TomlRead {
  try {
    return { kind: 'read', table: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { kind: 'malformed', why: `it is not TOML: ${error.message.trim().split('\n')[0]}` };
  }
}

/** A header cannot follow `tool = {…}`; where it can, all that was said is still said. */
function isAdded(before: TomlTable, after: TomlRead): boolean {
  if (after.kind === 'malformed') return false;
  const tool = after.table['tool'];
  if (!isRecord(tool) || !isRecord(tool['mypy-ratchet'])) return false;
  return isDeepStrictEqual(withoutOurs(after.table), withoutOurs(before));
}

function withoutOurs({ tool, ...rest }: TomlTable): readonly unknown[] {
  const { 'mypy-ratchet': _ours, ...tools } = isRecord(tool) ? tool : {};
  return [rest, tools];
}
