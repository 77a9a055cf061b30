import type { Content } from './html.js';

/** A sentence with pieces of a page at its places `{0}`, `{1}` …, wherever its language has those. */
export function place(sentence: string, ...contents: readonly Content[]): Content {
  return sentence
    .split(/(\{\d+\})/)
    .map((part) => contents[Number(/^\{(\d+)\}$/.exec(part)?.[1] ?? -1)] ?? part);
}
