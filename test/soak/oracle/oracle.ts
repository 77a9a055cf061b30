import { setTimeout } from 'node:timers/promises';
import * as messages from '../../../src/protocol/messages.js';
import { errorsOfEditor } from '../../support/cli/seen-errors.js';
import { BASELINE, type Session } from '../session.js';
import { describeAdditions } from './baseline-law.js';
import { countFromCommit } from './count.js';
import { FreshComparer } from './fresh-comparison.js';
import { FreshMypy, type FreshRun, type PrintedError } from './fresh-mypy.js';
import { describeDifference, listPrinted, listShown, listTree, stateItems } from './picture.js';

/** How often the picture was held against the truth. */
export interface OracleFigures {
  comparisons: number;
  /** Of them: with an empty cache for mypy, and mypy run by the command line too. */
  cold: number;
  /** Of them: mypy could not look, so that the picture had to be stale. */
  stale: number;
  /** How often the picture stayed stale after mypy had died, until a check was asked for. */
  asked: number;
}

/** The picture did not become the truth. */
export class Mismatch extends Error {
  readonly differences: readonly string[];

  constructor(differences: readonly string[]) {
    super(differences.join('\n'));
    this.differences = differences;
  }
}

/** How long a quiet editor may take to be right: some checks of a busy machine. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;
/** So long a picture may be stale after mypy died before somebody asks for a check. */
const HOPE_MS = 5_000;
/** Every so many comparisons nothing is taken from a cache. */
const COLD_EVERY = 10;

/** Knows the truth about a project, and says whether the editor shows it. */
export class Oracle {
  readonly figures: OracleFigures = { comparisons: 0, cold: 0, stale: 0, asked: 0 };
  readonly #session: Session;
  readonly #mypy: FreshMypy;
  readonly #comparer: FreshComparer;

  constructor(session: Session) {
    const { project, oracle } = session.folders;
    this.#session = session;
    this.#mypy = new FreshMypy(project, oracle);
    this.#comparer = new FreshComparer(project, oracle);
  }

  /** Waits until the editor's picture is the truth; throws a {@link Mismatch} in the end. */
  async awaitTruth(): Promise<void> {
    const { figures } = this;
    const isCold = ++figures.comparisons % COLD_EVERY === 0;
    const before = await this.#session.read(BASELINE);
    const run = await this.#mypy.run(isCold);
    await this.#awaitAgreement(run, isCold);
    if (isCold) figures.cold += 1;
    if (run.kind !== 'complete') {
      figures.stale += 1;
      await this.#assertFrozen();
    }
    const additions = await describeAdditions(this.#session, before);
    if (additions.length > 0) throw new Mismatch(additions);
  }

  async #awaitAgreement(run: FreshRun, isCold: boolean): Promise<void> {
    const startedAt = Date.now();
    let hasAsked = false;
    for (;;) {
      const differences = await this.#differences(run, isCold);
      if (differences.length === 0) return;
      const waitedMs = Date.now() - startedAt;
      if (waitedMs > PATIENCE_MS) throw new Mismatch(differences);
      if (waitedMs > HOPE_MS && !hasAsked && this.#hasFailed(run)) {
        hasAsked = true;
        this.figures.asked += 1;
        await this.#session.editor.request(messages.CheckRequest, {});
      }
      await setTimeout(PAUSE_MS);
    }
  }

  /** Whether mypy died, which says nothing about the next time. */
  #hasFailed(run: FreshRun): boolean {
    return run.kind === 'complete' && this.#session.editor.snapshot?.stale?.kind === 'check-failed';
  }

  async #differences(run: FreshRun, isCold: boolean): Promise<readonly string[]> {
    const { snapshot } = this.#session.editor;
    if (snapshot === undefined) return ['the editor was sent nothing'];
    if (snapshot.activity.kind !== 'idle') return [`the editor is ${snapshot.activity.kind}`];
    if (run.kind !== 'complete') return this.#staleDifferences(run);
    if (snapshot.stale !== null) return [`stale: ${snapshot.stale.message}`];
    if (snapshot.result?.authority !== 'plain') return ['a preview'];
    const { editor, root } = this.#session;
    const differences = describeDifference(listShown(editor, root), listPrinted(run.errors, root));
    return differences.length > 0 ? differences : this.#statusDifferences(run.output, isCold);
  }

  /** What differs in which errors are new, accepted or baseline, and in the counts. */
  async #statusDifferences(output: string, isCold: boolean): Promise<readonly string[]> {
    const { editor, root } = this.#session;
    const compared = await (isCold ? this.#comparer.check() : this.#comparer.compare(output));
    const presence = editor.snapshot?.presence;
    if (compared.kind === 'no-verdict') {
      return presence === 'unusable' ? [] : [`no verdict: ${compared.detail}`];
    }
    if (presence === 'unusable') return ['the baseline is said to be unusable'];
    const totals = JSON.stringify(editor.snapshot?.result?.totals);
    const items = await listTree(editor);
    const expected = JSON.stringify(await countFromCommit(this.#session, items));
    return [
      ...describeDifference(errorsOfEditor(editor, root), compared.errors),
      ...describeDifference(stateItems(items), compared.stated),
      ...(totals === expected ? [] : [`counted ${totals}, not ${expected}`]),
    ];
  }

  #staleDifferences(run: Exclude<FreshRun, { kind: 'complete' }>): readonly string[] {
    const { editor } = this.#session;
    const { stale } = editor.snapshot ?? {};
    if (!stale) return [`not stale: ${run.kind === 'failed' ? run.detail : 'mypy is blocked'}`];
    if (run.kind === 'failed') return [];
    if (stale.kind !== 'check-blocked') return [`${stale.kind}, and mypy is blocked`];
    return run.errors.flatMap((error) => (this.#isShown(error) ? [] : `not shown: ${error.path}`));
  }

  #isShown({ path, line, message }: PrintedError): boolean {
    return this.#session.editor
      .of(path)
      .some((shown) => shown.range.start.line === line - 1 && shown.message === message);
  }

  /** While mypy cannot look nobody changes the baseline, not even by command. */
  async #assertFrozen(): Promise<void> {
    const { editor } = this.#session;
    const before = await this.#session.read(BASELINE);
    const { done } = await editor.request(messages.ShrinkBaselineRequest, {
      project: editor.project,
    });
    const after = await this.#session.read(BASELINE);
    if (done) throw new Mismatch(['the baseline was shrunk while mypy could not look']);
    if (before !== after) throw new Mismatch(['the baseline changed while mypy could not look']);
  }
}
