import { dayOf, type EntryOrigin, UNKNOWN_ORIGIN } from '../baseline/line-origin.js';
import { categoryTitle } from '../category/category-title.js';
import { describeTier } from '../compare/describe-tier.js';
import type { CategorySummary } from '../counts/counts.js';
import { ENGLISH } from '../language/language.js';
import { type ListLimits, markdownList } from '../markdown/markdown-list.js';
import { codeSpan, prose } from '../markdown/markdown-text.js';
import { formatCount } from '../number/format-number.js';
import {
  BRANCH_ITEM_KINDS,
  type BranchComparison,
  type BranchItemKind,
  subjectOf,
} from './branch-comparison.js';
import { type DescribedItem, describeCauses } from './described-item.js';
import { kindTitle } from './kind-title.js';

/** What stands around the items of a summary. */
export interface BranchHeading {
  /** Name of the project's folder. */
  readonly project: string;
  /** Path of the root within its repository, `/`-separated; empty at its top. */
  readonly prefix: string;
  /** The revision that was asked for, `origin/main`. */
  readonly name: string;
  /** Full hash of the merge base. */
  readonly commit: string;
}

/** How many items of each kind {@link branchMarkdown} lists. */
export const MOST_LISTED = 50;

/** Together they stay below the 65,536 characters that GitHub takes. */
const LIMITS: Readonly<Record<BranchItemKind, ListLimits>> = {
  introduced: { items: MOST_LISTED, characters: 25_000 },
  accepted: { items: MOST_LISTED, characters: 15_000 },
  fixed: { items: MOST_LISTED, characters: 8_000 },
  moved: { items: MOST_LISTED, characters: 8_000 },
};

/**
 * What a branch does to the debt, for a review comment in GitHub's Markdown.
 *
 * @param described The items of the comparison that are to be listed; the others are counted.
 */
export function branchMarkdown(
  heading: BranchHeading,
  { items, summary }: BranchComparison,
  described: readonly DescribedItem[],
): string {
  const { current, committed } = summary.totals;
  const change = ENGLISH.change(current - committed) || '±0';
  const base = `${codeSpan(heading.name)} at ${codeSpan(heading.commit.slice(0, 8))}`;
  const sections = [
    `## Type debt of ${codeSpan(heading.project)} against ${base}`,
    `**${formatCount(current, 'type error')}** (${change}): ${countKinds(items)}.`,
    formatTable(summary.categories),
    ...BRANCH_ITEM_KINDS.map((kind) => listKind(kind, heading, items, described)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function countKinds(items: BranchComparison['items']): string {
  const count = (kind: BranchItemKind) =>
    ENGLISH.number(items.filter((item) => item.kind === kind).length);
  return `${count('introduced')} new, ${count('accepted')} accepted, ${count('fixed')} fixed, ${count('moved')} moved or edited`;
}

function formatTable(categories: readonly CategorySummary[]): string {
  const changed = categories.filter(
    ({ current, committed, new: added, fixed }) => current !== committed || added + fixed > 0,
  );
  if (changed.length === 0) return '';
  return [
    '| Category | Errors | Base | Change | New |',
    '| :-- | --: | --: | --: | --: |',
    ...changed.map(({ category, current, committed, new: added }) => {
      const numbers = [ENGLISH.number(current), ENGLISH.number(committed)];
      const changes = [ENGLISH.change(current - committed), ENGLISH.change(added)];
      return `| ${[categoryTitle(category.id, ENGLISH), ...numbers, ...changes].join(' | ')} |`;
    }),
  ].join('\n');
}

function listKind(
  kind: BranchItemKind,
  heading: BranchHeading,
  items: BranchComparison['items'],
  described: readonly DescribedItem[],
): string {
  const all = items.filter((item) => item.kind === kind);
  if (all.length === 0) return '';
  const known = new Map(described.map((one) => [one.item, one]));
  const list = markdownList(
    all,
    (item) =>
      describeItem(heading, known.get(item) ?? { item, causes: [], origin: UNKNOWN_ORIGIN }),
    LIMITS[kind],
  );
  return `### ${kindTitle(kind, ENGLISH)}\n\n${list}`;
}

function describeItem(heading: BranchHeading, { item, causes, origin }: DescribedItem): string {
  const { path, code, message } = subjectOf(item);
  const file = inRepository(heading, path);
  const line = item.kind === 'fixed' ? 0 : (item.error?.start.line ?? 0);
  const place = codeSpan(line === 0 ? file : `${file}:${line}`);
  const said = `${place} ${codeSpan(message)}${code === '' ? '' : ` ${codeSpan(code)}`}`;
  const cause = describeCauses(causes, ENGLISH, (changed) =>
    codeSpan(inRepository(heading, changed)),
  );
  switch (item.kind) {
    case 'introduced': {
      const dropped = item.atBase === null ? '' : 'the branch took its entry out of the baseline';
      return join(said, [cause, dropped]);
    }
    case 'accepted': {
      const { reason, expires } = item.entry.acceptance ?? {};
      const why = reason === undefined ? '**no reason given**' : prose(reason);
      const until = expires === undefined ? '' : `until ${prose(expires)}`;
      const gone = item.error === null ? 'fixed since' : '';
      return join(`${said}: ${why}`, [until, describeOrigin(origin), gone, cause]);
    }
    case 'fixed':
      return said;
    case 'moved':
      return join(said, [describeTier(item.tier, ENGLISH)]);
  }
}

function describeOrigin(origin: EntryOrigin): string {
  switch (origin.kind) {
    case 'committed':
      return `by ${prose(origin.line.author)} on ${dayOf(origin.line)}`;
    case 'uncommitted':
      return 'not committed yet';
    case 'unknown':
      return '';
  }
}

function join(said: string, more: readonly string[]): string {
  return [said, ...more.filter((text) => text !== '')].join(', ');
}

function inRepository({ prefix }: BranchHeading, path: string): string {
  return prefix === '' || /^(?:\/|[A-Za-z]:\/)/.test(path) ? path : `${prefix}/${path}`;
}
