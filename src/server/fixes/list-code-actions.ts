import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { toCodeActions } from '../code-actions.js';
import type { ProjectHost } from '../project-host.js';
import type { FixedDocument } from './fix-actions.js';

/** The quick fixes for diagnostics: what mypy suggests, then to accept them, then to silence them. */
export async function listCodeActions(
  { id, state, fixes, language }: ProjectHost,
  document: FixedDocument,
  diagnostics: readonly Diagnostic[],
): Promise<readonly CodeAction[]> {
  if (state === undefined) return [];
  const accepting = toCodeActions(id, document.path, state, diagnostics, language);
  const fixing = await fixes?.toActions(document, diagnostics);
  return [...(fixing?.remedies ?? []), ...accepting, ...(fixing?.ignores ?? [])];
}
