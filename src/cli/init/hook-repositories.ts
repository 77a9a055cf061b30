import { Document, isCollection, isMap, isNode, isScalar, isSeq, visit, type YAMLSeq } from 'yaml';
import { appendText, newlineOf, withNewline } from './append-text.js';
import type { HookRepository } from './pre-commit-hooks.js';
import { MARKER } from './set-up.js';
import type { YamlRead } from './yaml-text.js';

/**
 * The present text with repositories after those in `repos`, in each of the ways that there are,
 * best first. Whether one says what it should is for the caller to tell: how a person writes YAML
 * has no bounds.
 */
export function addHookRepositories(
  present: string,
  read: YamlRead,
  repositories: readonly HookRepository[],
): readonly string[] {
  if (read.kind === 'unusable') return [];
  const repos = read.kind === 'mapping' ? read.mapping.get('repos', true) : undefined;
  if (repos === undefined) {
    const block = `${MARKER}\nrepos:\n${writeHookRepositories(repositories, 2)}`;
    return [appendText(present, block, true)];
  }
  const rewritten = rewrite(present, read, repositories);
  return isSeq(repos) && repos.flow !== true
    ? [insertAfter(repos, present, repositories), rewritten]
    : [rewritten];
}

/** YAML of repositories as items of a list, with the lists under `args` on one line. */
export function writeHookRepositories(
  repositories: readonly HookRepository[],
  indent: number,
): string {
  const document = new Document(repositories);
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'args' && isCollection(value)) value.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return text.replace(/^(?=.)/gm, ' '.repeat(indent));
}

/** Between two lines, so that not a byte of the text changes. */
function insertAfter(
  repos: YAMLSeq,
  text: string,
  repositories: readonly HookRepository[],
): string {
  const start = repos.range?.[0] ?? 0;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const newline = newlineOf(text);
  const marker = `${' '.repeat(column)}${MARKER}\n`;
  const block = withNewline(marker + writeHookRepositories(repositories, column), newline);
  const end = endOfLines(text, endOfContent(repos), column);
  const head = text.slice(0, end);
  return `${head}${head.endsWith('\n') ? '' : newline}${block}${text.slice(end)}`;
}

/** The offset after the last thing that a node says; its own range has the comments below it too. */
function endOfContent(node: unknown): number {
  if (isMap(node) && node.flow !== true) {
    const pair = node.items.at(-1);
    if (pair !== undefined) return endOfContent(pair.value ?? pair.key);
  }
  if (isSeq(node) && node.flow !== true && node.items.length > 0) {
    return endOfContent(node.items.at(-1));
  }
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** The end of the line at an offset, and of the comments below it that are indented deeper. */
function endOfLines(text: string, offset: number, column: number): number {
  const lineEnd = (from: number) => {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found + 1;
  };
  let end = text[offset - 1] === '\n' ? offset : lineEnd(offset);
  const comment = new RegExp(`^ {${column + 1},}#`);
  while (end < text.length && comment.test(text.slice(end, lineEnd(end)))) end = lineEnd(end);
  return end;
}

/** For lists in flow style or not there yet: `yaml` writes it all anew and keeps the comments. */
function rewrite(
  present: string,
  read: Exclude<YamlRead, { kind: 'unusable' }>,
  repositories: readonly HookRepository[],
): string {
  if (read.kind === 'empty') return present;
  const document = read.document.clone();
  const repos = document.get('repos', true);
  const [first, ...others] = repositories.map((repository) => document.createNode(repository));
  if (isNode(first)) first.commentBefore = MARKER.slice(1);
  if (isSeq(repos)) {
    repos.flow = false;
    repos.items.push(first, ...others);
  } else {
    document.set('repos', document.createNode([first, ...others]));
  }
  return withNewline(document.toString({ lineWidth: 0 }), newlineOf(present));
}
