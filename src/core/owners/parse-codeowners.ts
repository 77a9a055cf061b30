import { compilePattern, type PathTest } from './owner-pattern.js';

/** One line of a CODEOWNERS file: who owns what matches it. */
export interface OwnerRule {
  readonly matches: PathTest;
  /** In the order of the file; empty where the line takes the files from all owners. */
  readonly owners: readonly string[];
}

/** The rules of one section. The last one that matches a file counts. */
export type OwnerSection = readonly OwnerRule[];

/** A CODEOWNERS file. Every section has a say; GitHub's files have one. */
export type CodeOwners = readonly OwnerSection[];

/** `[Section]`, `^[Section][2] @default`: GitLab's headings. */
const HEADING = /^\^?\[[^\]]+\](?:\[\d+\])?(?=\s|$)(.*)$/;

/**
 * Reads a CODEOWNERS file by GitHub's rules, and GitLab's sections. Lines that have no meaning there
 * (`!pattern`, character ranges) own nothing, as at GitHub.
 */
export function parseCodeOwners(text: string): CodeOwners {
  const sections: OwnerRule[][] = [[]];
  let defaults: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(/(^|\s)#.*$/, '').trim();
    if (words === '') continue;
    const [, heading] = HEADING.exec(words) ?? [];
    if (heading !== undefined) {
      defaults = ownersOf(heading);
      sections.push([]);
      continue;
    }
    const rule = parseRule(words, defaults);
    if (rule !== undefined) sections.at(-1)?.push(rule);
  }
  return sections.filter((rules) => rules.length > 0);
}

/** A blank or a number sign in a pattern has a backslash before it. */
const PATTERN = /^((?:\\.|[^\s\\])+)\s*(.*)$/;

function parseRule(words: string, defaults: readonly string[]): OwnerRule | undefined {
  const [, pattern = '', rest = ''] = PATTERN.exec(words) ?? [];
  const matches = compilePattern(pattern);
  if (matches === undefined) return undefined;
  const owners = ownersOf(rest);
  return { matches, owners: owners.length > 0 ? owners : defaults };
}

function ownersOf(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word.includes('@'));
}

/**
 * Who owns a file. `path` is relative to the top of the repository and `/`-separated. Empty for
 * nobody.
 */
export function ownersOfFile(sections: CodeOwners, path: string): readonly string[] {
  const owners = sections.flatMap(
    (rules) => rules.findLast(({ matches }) => matches(path))?.owners ?? [],
  );
  return [...new Set(owners)];
}
