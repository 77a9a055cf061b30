import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isScalar, parseAllDocuments, type YAMLMap } from 'yaml';

/** A YAML file whose last document is one mapping, or nothing yet. */
export type YamlRead =
  | {
      readonly kind: 'mapping';
      readonly document: Document.Parsed;
      readonly mapping: YAMLMap;
      /** How many documents the file has. */
      readonly documents: number;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unusable'; readonly why: string };

/** Reads what a person wrote. Tags that YAML does not know (`!reference`) are let be. */
export function readYaml(text: string): YamlRead {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents)) return { kind: 'empty' };
  const error = documents.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) {
    return { kind: 'unusable', why: `it is not YAML: ${error.message.split('\n')[0]}` };
  }
  const document = documents.at(-1);
  if (document === undefined) return { kind: 'empty' };
  const { contents } = document;
  if (isMap(contents))
    return { kind: 'mapping', document, mapping: contents, documents: documents.length };
  if (contents === null || (isScalar(contents) && contents.value === null))
    return { kind: 'empty' };
  return { kind: 'unusable', why: 'it is no mapping' };
}

/** What a file says, for telling whether an edit kept it. Empty says the same as `{}`. */
export function readValue(read: YamlRead): unknown {
  // Aliases are counted against attacks; this is the person's own file.
  return read.kind === 'mapping' ? read.document.toJS({ maxAliasCount: -1 }) : {};
}

/** Whether a text says what another said, and one more key at its top. */
export function addsOnly(key: string, before: YamlRead, text: string): boolean {
  const after = readYaml(text);
  if (after.kind !== 'mapping' || !after.mapping.has(key)) return false;
  if (before.kind === 'mapping' && before.documents !== after.documents) return false;
  const value: unknown = readValue(after);
  if (typeof value !== 'object' || value === null) return false;
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return isDeepStrictEqual(rest, readValue(before));
}
