import { join, resolve } from 'node:path';
import type { BaselineEntry, BaselineRead } from '../core/baseline/baseline.js';
import type { PolicyWords } from '../core/gate/parse-policy.js';
import { type Phrase, phrase } from '../core/language/language.js';
import { BaselineMemory } from '../workspace/baseline-store/baseline-memory.js';
import {
  type CommittedBaseline,
  CommittedBaselines,
} from '../workspace/baseline-store/committed-baselines.js';
import { Git } from '../workspace/git/git.js';
import { findMergeBase } from '../workspace/git/merge-base.js';
import {
  parseRatchetConfig,
  type RatchetConfig,
} from '../workspace/ratchet-config/ratchet-config.js';
import { DEFAULT_BASELINE_FILE, type ProjectLocation } from './project-location.js';

/** The baseline that a change is measured from: that of the merge base. */
export type BaseBaseline =
  | {
      readonly kind: 'found';
      /** The revision that was asked for, `origin/main`. */
      readonly name: string;
      /** Full hash of the merge base. */
      readonly commit: string;
      readonly entries: readonly BaselineEntry[];
      /**
       * What the gate was asked there, in continuous integration: a change must not pass by rules
       * that it has made itself. Null elsewhere.
       */
      readonly rules: PolicyWords | null;
    }
  /** The merge base has no baseline yet: this change brings the first one. */
  | { readonly kind: 'absent'; readonly name: string; readonly commit: string }
  /** There is nothing to measure from: no repository, or no commit. */
  | { readonly kind: 'none'; readonly why: Phrase }
  | { readonly kind: 'unknown'; readonly why: Phrase };

/**
 * Reads the baseline of the merge base through git. Where this change also moved the baseline to
 * another file, it is read where the base's own configuration has it: otherwise a change could pass
 * by naming a new file.
 *
 * @param named A revision; empty for what the configuration says, or else to look for one.
 */
export async function readBase(
  location: ProjectLocation,
  named: string,
  env: Readonly<Record<string, string | undefined>>,
  baselines = new BaselineMemory(),
): Promise<BaseBaseline> {
  const { root, baselinePath, ratchetConfig } = location;
  const base = await findMergeBase(root, { named, configured: ratchetConfig.base }, env);
  if (base.kind !== 'found') return base;
  const { name, commit } = base;
  const git = new Git();
  const committed = new CommittedBaselines(baselines);
  let found = await committed.read(baselinePath, commit);
  if (found.kind === 'absent') found = await readWhereItWas(git, location, commit, committed);
  switch (found.kind) {
    case 'absent':
      return { kind: 'absent', name, commit };
    case 'failed':
      return {
        kind: 'unknown',
        why: phrase('git could not read it at {0}: {1}', name, found.detail),
      };
    case 'found': {
      const { read } = found;
      if (read.kind !== 'read') {
        return { kind: 'unknown', why: describeUnread(name, read) };
      }
      const isWatched = (env['CI'] ?? '') !== '';
      const rules = isWatched ? (await readConfigAt(git, root, commit)).gate : null;
      return { kind: 'found', name, commit, entries: read.baseline.entries, rules };
    }
  }
}

async function readWhereItWas(
  git: Git,
  { root, baselinePath }: ProjectLocation,
  commit: string,
  committed: CommittedBaselines,
): Promise<CommittedBaseline> {
  const { baseline } = await readConfigAt(git, root, commit);
  const place = resolve(root, baseline || DEFAULT_BASELINE_FILE);
  return place === baselinePath ? { kind: 'absent' } : committed.read(place, commit);
}

/** `[tool.mypy-ratchet]` as a commit has it. */
function readConfigAt(git: Git, root: string, commit: string): Promise<RatchetConfig> {
  return parseRatchetConfig(async (name) => {
    const file = await git.readCommitted(join(root, name), commit);
    if (file.kind === 'failed') throw new Error(file.detail);
    return file.kind === 'text' ? file.text : undefined;
  });
}

/** Why the baseline of another commit says nothing. */
function describeUnread(name: string, read: Exclude<BaselineRead, { kind: 'read' }>): Phrase {
  switch (read.kind) {
    case 'absent':
      return phrase('there is no baseline at {0}', name);
    case 'unreadable':
      return phrase('the baseline at {0} is unreadable', name);
    case 'malformed':
      return phrase('the baseline at {0} is malformed', name);
    case 'conflicted':
      return phrase('the baseline at {0} is conflicted', name);
    case 'newer':
      return phrase('the baseline at {0} is newer', name);
  }
}
