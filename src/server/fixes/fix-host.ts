import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Diagnostic } from 'vscode-languageserver';
import { categorise } from '../../core/category/categorise.js';
import type { LocatedError, MypyError } from '../../core/error/mypy-error.js';
import { describeDropped } from '../../core/fix/describe-proof.js';
import { countErrors, type Fix, type FixKind } from '../../core/fix/fix.js';
import { judgeFixes } from '../../core/fix/judge-fixes.js';
import { type Language, type Phrase, phrase } from '../../core/language/language.js';
import { groupByPath } from '../../core/path/group-by-path.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import { chooseKind, type FixPlan, listChoices, planFixes } from '../../project/fix/plan-fixes.js';
import { describeUnchecked, provePlan } from '../../project/fix/prove-plan.js';
import type { TrialPorts } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { ProjectState } from '../../project/project-state.js';
import type {
  FixChoices,
  FixProposal,
  FixRefusal,
  FixScope,
  FixVerdict,
  ProposedFile,
} from '../../protocol/fix-messages.js';
import type { FixFinder } from '../../workspace/fix/find-fixes.js';
import { readFixableFile } from '../../workspace/fix/fixable-file.js';
import { placeErrors } from '../../workspace/fix/place-errors.js';
import { type SourceText, toSourceText } from '../../workspace/source/source-text.js';
import { idOf } from '../code-actions.js';
import { toUri } from '../uris.js';
import { type FixActions, type FixedDocument, toFixActions } from './fix-actions.js';

/** What was last proposed, until its fixes are made and checked. */
interface Proposed {
  readonly id: number;
  readonly fixes: readonly Fix[];
  /** What mypy found without them. */
  readonly base: readonly MypyError[];
}

/** Fixes of many errors at once: what there is, what mypy proves of it, and what came of it. */
export class FixHost {
  readonly #root: string;
  readonly #project: Project;
  readonly #language: Language;
  #proposed: Proposed | undefined;
  /** Of the text in which quick fixes were asked for last. */
  #finder:
    | { readonly text: string; readonly trials: TrialPorts; readonly findFixes: FixFinder }
    | undefined;
  #proposals = 0;

  /** @param root Absolute; errors' paths are relative to it. */
  constructor(root: string, project: Project, language: Language) {
    this.#root = root;
    this.#project = project;
    this.#language = language;
  }

  /** The quick fixes for diagnostics of one file, as it is in the editor. */
  async toActions(
    { uri, path, text }: FixedDocument,
    diagnostics: readonly Diagnostic[],
  ): Promise<FixActions | undefined> {
    const trials = this.#project.preparation?.trials ?? null;
    const { result } = this.#project.state;
    const diagnosed = diagnostics.flatMap((diagnostic) => {
      const id = idOf(diagnostic);
      const index = id === undefined ? -1 : (result?.ids.indexOf(id) ?? -1);
      const error = result?.reconciliation.errors[index]?.error;
      return error === undefined ? [] : [{ diagnostic, error }];
    });
    if (trials === null || diagnosed.length === 0) return undefined;
    const source =
      text === undefined ? readFixableFile(resolve(this.#root, path))?.source : toSourceText(text);
    if (source === undefined) return undefined;
    const findFixes = await this.#finderFor(source, trials);
    return toFixActions(
      uri,
      diagnosed,
      (errors) => findFixes(placeErrors(source.lines, errors)),
      this.#language,
    );
  }

  /** An editor asks for quick fixes wherever the cursor goes: a text is parsed once. */
  async #finderFor(source: SourceText, trials: TrialPorts): Promise<FixFinder> {
    const { text } = source;
    const known = this.#finder;
    if (known?.text === text && known.trials === trials) return known.findFixes;
    // The parser is loaded when somebody wants a fix.
    const { createFixFinder } = await import('../../workspace/fix/find-fixes.js');
    const findFixes = createFixFinder(source, trials);
    this.#finder = { text, trials, findFixes };
    return findFixes;
  }

  async listChoices(scope: FixScope): Promise<FixChoices> {
    const errors = chooseErrors(this.#project.state, scope);
    const plan = await this.#plan(errors);
    if ('kind' in plan) return plan;
    return { kind: 'choices', choices: listChoices(plan), errors: errors.length };
  }

  /** Proves the fixes of a kind. Changes nothing. */
  async prove(
    scope: FixScope,
    kind: FixKind,
    signal: AbortSignal,
  ): Promise<FixProposal | FixRefusal> {
    const plan = await this.#plan(chooseErrors(this.#project.state, scope));
    if ('kind' in plan) return plan;
    const trials = this.#project.preparation?.trials ?? null;
    if (trials === null) return this.#refuse(NOT_CHECKED);
    const chosen = chooseKind(plan, kind);
    const result = await provePlan(trials, chosen, signal);
    if (result.kind === 'unchecked') return refuse(describeUnchecked(result, this.#language));
    const { proved: fixes, base, dropped } = result;
    const id = ++this.#proposals;
    this.#proposed = { id, fixes, base };
    return {
      kind: 'proposal',
      id,
      files: this.#propose(chosen, fixes),
      dropped: dropped.map((one) => describeDropped(one, this.#language)),
    };
  }

  /** Checks, and compares with what mypy found before the fixes. */
  async verify(proposal: number, made: readonly number[]): Promise<FixVerdict> {
    const proposed = this.#proposed;
    if (proposed?.id !== proposal)
      return this.#refuse(phrase('Other fixes have been proposed meanwhile.'));
    const { fixes, base } = proposed;
    await this.#project.check('command', []);
    const { result, stale } = this.#project.state;
    if (stale !== null) return refuse(describeProblem(stale, this.#language).message);
    if (result === null) return this.#refuse(NOT_CHECKED);
    const wanted = new Set(made);
    const chosen = fixes.filter((_, index) => wanted.has(index));
    const after = result.reconciliation.errors.map(({ error }) => error);
    const { useless, caused } = judgeFixes(chosen, base, after);
    const suspects = caused.flatMap((one) => one.suspects);
    const unhelpful = new Set([...useless, ...suspects].map((fix) => fixes.indexOf(fix)));
    const remained = countErrors(useless);
    return {
      kind: 'checked',
      gone: countErrors(chosen) - remained,
      remained,
      caused: caused.map(({ error: { path, start, message, code } }) => {
        const line = Math.max(start.line - 1, 0);
        return { uri: toUri(this.#root, path), path, line, message, code };
      }),
      unhelpful: [...unhelpful],
    };
  }

  async #plan(errors: readonly LocatedError[]): Promise<FixPlan | FixRefusal> {
    const { result, stale } = this.#project.state;
    const trials = this.#project.preparation?.trials ?? null;
    if (stale !== null) return refuse(describeProblem(stale, this.#language).message);
    if (result === null || trials === null) return this.#refuse(NOT_CHECKED);
    return planFixes(this.#root, errors, trials);
  }

  #refuse(why: Phrase): FixRefusal {
    return refuse(this.#language.express(why));
  }

  #propose(plan: FixPlan, fixes: readonly Fix[]): readonly ProposedFile[] {
    return [...groupByPath(fixes)].map(([path, { items, indexes }]) => ({
      uri: toUri(this.#root, path),
      path,
      digest: createHash('sha256')
        .update(toSourceText(plan.texts.get(path) ?? '').text)
        .digest('hex'),
      fixes: items.map(({ title, edits }, index) => ({
        id: indexes[index] ?? -1,
        title: this.#language.express(title),
        edits,
      })),
    }));
  }
}

const NOT_CHECKED = phrase('mypy has not checked this project yet.');

function refuse(message: string): FixRefusal {
  return { kind: 'refused', message };
}

function chooseErrors({ result }: ProjectState, scope: FixScope): readonly LocatedError[] {
  if (result === null) return [];
  const isWanted = wantedBy(scope);
  return result.reconciliation.errors.flatMap(({ error }, index) =>
    isWanted(error, result.ids[index] ?? '') ? error : [],
  );
}

function wantedBy(scope: FixScope): (error: LocatedError, id: string) => boolean {
  switch (scope.kind) {
    case 'all':
      return () => true;
    case 'errors': {
      const ids = new Set(scope.ids);
      return (_, id) => ids.has(id);
    }
    case 'cells': {
      const nameOf = (category: string, code: string, path: string) =>
        [category, code, path].join('\t');
      const names = new Set(
        scope.cells.map(({ category, code, path }) => nameOf(category, code, path)),
      );
      return ({ code, message, path }) => names.has(nameOf(categorise(code, message), code, path));
    }
  }
}
