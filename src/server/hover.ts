import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { BaselineEntry } from '../core/baseline/baseline.js';
import { dayOf, type EntryOrigin, UNKNOWN_ORIGIN } from '../core/baseline/line-origin.js';
import { type EntryField, findClosest } from '../core/compare/closest-entries.js';
import { describeTier } from '../core/compare/describe-tier.js';
import { findKnownTwins } from '../core/compare/equal-errors.js';
import type { ReconciledError } from '../core/compare/reconciled-error.js';
import type { Language } from '../core/language/language.js';
import { codeSpan } from '../core/markdown/markdown-text.js';
import { showUnseen } from '../core/text/show-unseen.js';
import { listFreeEntries } from '../project/explain-result.js';
import type { ProjectResult, ProjectState } from '../project/project-state.js';

type Origins = ReadonlyMap<BaselineEntry, EntryOrigin>;

/** Finds who wrote entries of the working baseline; null where nobody knows yet. */
export type FindOrigins = (wanted: readonly BaselineEntry[]) => Promise<Origins | null>;

/** Below this an entry has little to do with an error. */
const LEAST_CLOSENESS = 0.6;

/**
 * Why the errors under the cursor are new or baseline, below mypy's own words: since when, by whom
 * and why an error is tolerated, or what came closest to a new one.
 *
 * @param path Of the file, relative to the project's root.
 */
export async function toHover(
  { result, presence }: ProjectState,
  path: string,
  position: Position,
  findOrigins: FindOrigins,
  language: Language,
): Promise<Hover | null> {
  if (result === null || presence === 'absent') return null;
  const { errors } = result.reconciliation;
  const under = errors.filter(({ error }) => error.path === path && covers(error.range, position));
  const known = under.flatMap(({ status }) => (status.kind === 'new' ? [] : [status.entry]));
  const origins = await findOrigins(known);
  const parts = under.map((reconciled) => explain(reconciled, result, origins, language));
  if (parts.length === 0) return null;
  const value = [...new Set(parts)].join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value } };
}

function covers(range: ReconciledError['error']['range'], { line, character }: Position): boolean {
  const isAfterStart =
    line > range.startLine || (line === range.startLine && character >= range.startCharacter);
  const isBeforeEnd =
    line < range.endLine || (line === range.endLine && character <= range.endCharacter);
  return isAfterStart && isBeforeEnd;
}

function explain(
  reconciled: ReconciledError,
  result: ProjectResult,
  origins: Origins | null,
  language: Language,
): string {
  const { error, status } = reconciled;
  if (status.kind === 'new') return explainNew(reconciled, result, language);
  const { tier, entry } = status;
  const { reason, expires } = entry.acceptance ?? {};
  const origin = origins?.get(entry) ?? UNKNOWN_ORIGIN;
  const lines = [describeKnown(error.code, status.kind, origin, language)];
  if (tier !== 'exact') lines.push(language.say('Recognised: {0}.', describeTier(tier, language)));
  if (entry.text !== error.text && entry.text !== '') {
    lines.push(`${language.say('It was:')}\n${fence(entry.text)}`);
  }
  if (reason !== undefined) {
    lines.push(`${language.say('Accepted because:')}\n${fence(reason, 'plaintext')}`);
  }
  if (expires !== undefined) lines.push(language.say('Accepted until {0}.', expires));
  return lines.join('\n\n');
}

/** That an error is baseline, since when and by whom. */
function describeKnown(
  code: string,
  kind: 'accepted' | 'baseline',
  origin: EntryOrigin,
  language: Language,
): string {
  switch (origin.kind) {
    case 'unknown':
      return language.say('`{0}` is **baseline**.', code);
    case 'uncommitted':
      return kind === 'accepted'
        ? language.say('`{0}` is **baseline**: accepted, and not committed yet.', code)
        : language.say('`{0}` is **baseline**.', code);
    case 'committed':
      return describeCommitted(code, origin.line, language);
  }
}

function describeCommitted(
  code: string,
  line: Extract<EntryOrigin, { kind: 'committed' }>['line'],
  language: Language,
): string {
  const { author, commit, subject, isOldestKnown } = line;
  const day = dayOf(line);
  const when = isOldestKnown ? language.say('{0}, or longer: the clone is shallow', day) : day;
  const [hash, said] = [codeSpan(commit.slice(0, 10)), codeSpan(subject)];
  return author === ''
    ? language.say('`{0}` is **baseline** since {1}: {2}, {3}.', code, when, hash, said)
    : language.say(
        '`{0}` is **baseline** since {1}: {2} by {4}, {3}.',
        code,
        when,
        hash,
        said,
        codeSpan(author),
      );
}

function explainNew({ error }: ReconciledError, result: ProjectResult, language: Language): string {
  const { code } = error;
  const [twin] = findKnownTwins(error, result.reconciliation.errors);
  if (twin !== undefined) {
    return language.say(
      '`{0}` is **new**: the equal error on line {1} has the entry of the baseline.',
      code,
      twin.start.line,
    );
  }
  const [closest] = findClosest(error, listFreeEntries(result), 1);
  if (closest === undefined || closest.closeness < LEAST_CLOSENESS) {
    return language.say('`{0}` is **new**: no entry of the baseline is left for it.', code);
  }
  const { entry, differences } = closest;
  const words = differences.map((field) => describeField(field, language)).join(', ');
  const said = language.say(
    '`{0}` is **new**: no entry of the baseline is left for it. The closest differs in {1}:',
    code,
    words || language.say('nothing that counts'),
  );
  return `${said}\n${fence(`${entry.message}\n${entry.text}`, 'plaintext')}`;
}

function describeField(field: EntryField, language: Language): string {
  switch (field) {
    case 'path':
      return language.say('path');
    case 'code':
      return language.say('code');
    case 'scope':
      return language.say('scope');
    case 'message':
      return language.say('message');
    case 'text':
      return language.say('text');
  }
}

/** A block that no text can end before its time. */
function fence(text: string, language = 'python'): string {
  const runs = text.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${ticks}${language}\n${showUnseen(text)}\n${ticks}`;
}
