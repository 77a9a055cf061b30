import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../core/json/is-record.js';
import type { FilePlan } from './file-plan.js';
import { addHookRepositories, writeHookRepositories } from './hook-repositories.js';
import { type HookRepository, hooksOf, type Preset } from './pre-commit-hooks.js';
import type { SetUp } from './set-up.js';
import { readValue, readYaml } from './yaml-text.js';

const PATH = '.pre-commit-config.yaml';

/**
 * Adds our hook and those of a preset. A repository or a hook that is there already stays exactly
 * as it is.
 *
 * @param rev The tag of our own release.
 */
export function planPreCommit(
  present: string | null,
  setUp: Pick<SetUp, 'project' | 'baseline'>,
  { preset, rev }: { readonly preset: Preset; readonly rev: string },
): FilePlan {
  const wanted = hooksOf(preset, setUp, rev);
  if (present === null) {
    return { kind: 'create', path: PATH, content: `repos:\n${writeHookRepositories(wanted, 2)}` };
  }
  const conflict = (why: string): FilePlan => ({ kind: 'conflict', path: PATH, why });
  const read = readYaml(present);
  if (read.kind === 'unusable') return conflict(read.why);
  if (read.kind === 'mapping' && read.documents > 1) return conflict('it is several documents');
  const value = readValue(read);
  const before = isRecord(value) ? (value['repos'] ?? []) : [];
  if (!Array.isArray(before)) return conflict('its repos is no list');
  const missing = missingFrom(before, wanted);
  if (missing.length === 0) return { kind: 'unchanged', path: PATH };
  const expected = { ...Object(value), repos: [...before, ...missing] };
  const content = addHookRepositories(present, read, missing).find((text) => {
    const after = readYaml(text);
    return after.kind === 'mapping' && isDeepStrictEqual(readValue(after), expected);
  });
  return content === undefined
    ? conflict('hooks cannot be added without changing what it says')
    : { kind: 'change', path: PATH, content };
}

/** What of the wanted is in none of the repositories, whatever their `rev`. */
function missingFrom(
  present: readonly unknown[],
  wanted: readonly HookRepository[],
): readonly HookRepository[] {
  const repositories = new Set(present.filter(isRecord).map(({ repo }) => normaliseUrl(repo)));
  const ids = new Set(present.filter(isRecord).flatMap(({ hooks }) => hookIds(hooks)));
  return wanted
    .filter(({ repo }) => !repositories.has(normaliseUrl(repo)))
    .map(({ hooks, ...rest }) => ({ ...rest, hooks: hooks.filter(({ id }) => !ids.has(id)) }))
    .filter(({ hooks }) => hooks.length > 0);
}

function hookIds(hooks: unknown): readonly unknown[] {
  return Array.isArray(hooks) ? hooks.filter(isRecord).map(({ id }) => id) : [];
}

/** GitHub's addresses are the same in any case, with and without `.git`, over https and ssh. */
function normaliseUrl(repo: unknown): string {
  return String(repo)
    .toLowerCase()
    .replace(/^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]*@)?|^git@/, '')
    .replace(/^([^/:]+):/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
