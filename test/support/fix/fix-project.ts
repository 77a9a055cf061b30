import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { LocatedError } from '../../../src/core/error/mypy-error.js';
import type { Fix, FixKind } from '../../../src/core/fix/fix.js';
import type { MypyInvocation } from '../../../src/mypy/configuration/mypy-invocation.js';
import { openTrial } from '../../../src/mypy/trial/trial-checker.js';
import {
  chooseKind,
  type FixPlan,
  makeFixes,
  planFixes,
} from '../../../src/project/fix/plan-fixes.js';
import { type ProofResult, proveFixes } from '../../../src/project/fix/prove-fixes.js';
import { SourceReader } from '../../../src/workspace/source/source-reader.js';
import type { MypyVersion } from '../mypy/interpreters.js';
import { check, MypyProject, WORKER_SCRIPT } from '../mypy/mypy-project.js';

/** Files that real mypy checks, and what fixes make of them. */
export class FixProject {
  readonly #project: MypyProject;
  readonly #reader = new SourceReader();

  private constructor(project: MypyProject) {
    this.#project = project;
  }

  static async create(
    version: MypyVersion,
    files: Readonly<Record<string, string>>,
    overrides: Partial<MypyInvocation> = {},
  ): Promise<FixProject> {
    return new FixProject(
      await MypyProject.create(version, files, { args: ['--strict'], ...overrides }),
    );
  }

  /** What plain mypy finds in the files as they are on disk. */
  async check(): Promise<readonly LocatedError[]> {
    const { root, environment } = this.#project.invocation;
    const checker = this.#project.checker('process');
    const run = await check(checker);
    await checker.dispose();
    assert.equal(run.kind, 'complete', JSON.stringify(run).slice(0, 2_000));
    return this.#reader.locate(root, run.errors, environment.mypyVersion);
  }

  plan(errors: readonly LocatedError[], hasUnions = true): Promise<FixPlan> {
    return planFixes(this.#project.invocation.root, errors, { hasUnions });
  }

  /** Proves all fixes of a kind, without changing a file. */
  async prove(
    plan: FixPlan,
    kind: FixKind,
  ): Promise<{ readonly chosen: FixPlan; readonly result: ProofResult }> {
    const chosen = chooseKind(plan, kind);
    const ports = { workerScript: WORKER_SCRIPT, log: () => undefined };
    const { signal } = new AbortController();
    const paths = [...chosen.texts.keys()];
    const trial = await openTrial(this.#project.invocation, ports, paths, signal);
    try {
      const result = await proveFixes(chosen.fixes, (fixes) =>
        trial.check(makeFixes(chosen, fixes), signal),
      );
      return { chosen, result };
    } finally {
      await trial.dispose();
    }
  }

  /** Writes the files with fixes made. */
  async apply(plan: FixPlan, fixes: readonly Fix[]): Promise<void> {
    for (const [path, text] of makeFixes(plan, fixes)) await this.#project.folder.write(path, text);
  }

  read(path: string): Promise<string> {
    return readFile(this.#project.folder.at(path), 'utf8');
  }

  remove(): Promise<void> {
    return this.#project.remove();
  }
}
