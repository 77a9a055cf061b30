import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Asker } from './asker.js';
import type { FilePlan } from './file-plan.js';
import { type PresentFile, readPresentFile } from './present-file.js';

/** A plan and the file as it was when the plan was made. */
export interface PlannedFile {
  readonly plan: FilePlan;
  readonly present: PresentFile;
}

/** What became of a plan. */
export type AppliedPlan =
  | { readonly kind: 'created' | 'changed'; readonly path: string }
  | { readonly kind: 'unchanged'; readonly path: string }
  /** A dry run: what would stand in the file. */
  | { readonly kind: 'planned'; readonly path: string; readonly content: string }
  /** The person said no, or nobody could be asked. */
  | { readonly kind: 'declined'; readonly path: string }
  /** Not done; `why` is a sentence without a full stop. */
  | { readonly kind: 'refused'; readonly path: string; readonly why: string };

export interface ApplyOptions {
  /** Absolute; what the plans' paths are relative to. */
  readonly root: string;
  readonly asker: Asker;
  /** Change files that are there without asking. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

const CHANGED_MEANWHILE = 'it has changed since it was read; run the command again';

/** Writes what the plans say, one after the other. No file is ever overwritten unread. */
export async function applyPlans(
  files: readonly PlannedFile[],
  options: ApplyOptions,
): Promise<readonly AppliedPlan[]> {
  const applied: AppliedPlan[] = [];
  for (const file of files) applied.push(await applyPlan(file, options));
  return applied;
}

async function applyPlan(
  { plan, present }: PlannedFile,
  { root, asker, yes, dryRun }: ApplyOptions,
): Promise<AppliedPlan> {
  const { kind, path } = plan;
  if (kind === 'unchanged') return plan;
  if (kind === 'conflict') return { kind: 'refused', path, why: plan.why };
  if (dryRun) return { kind: 'planned', path, content: plan.content };
  const file = join(root, path);
  if (kind === 'create') return create(file, path, plan.content);
  if (!yes && !(await asker.confirm(`Add to ${path}?`, false))) return { kind: 'declined', path };
  return change(file, path, present, plan.content);
}

async function create(file: string, path: string, content: string): Promise<AppliedPlan> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: 'wx' });
    return { kind: 'created', path };
  } catch (error) {
    return refusal(path, error);
  }
}

async function change(
  file: string,
  path: string,
  present: PresentFile,
  content: string,
): Promise<AppliedPlan> {
  const now = await readPresentFile(file);
  const isSame = now.kind === 'text' && present.kind === 'text' && now.text === present.text;
  if (!isSame) return { kind: 'refused', path, why: CHANGED_MEANWHILE };
  try {
    await writeFileAtomic(file, content);
    return { kind: 'changed', path };
  } catch (error) {
    return refusal(path, error);
  }
}

/** What the file system says is a reason; anything else is a mistake of ours. */
function refusal(path: string, error: unknown): AppliedPlan {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const why = error.code === 'EEXIST' ? CHANGED_MEANWHILE : error.message;
  return { kind: 'refused', path, why };
}
