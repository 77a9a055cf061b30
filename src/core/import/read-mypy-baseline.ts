import { readLinesOnce } from '../output/line-memory.js';
import { parseOutput } from '../output/parse-output.js';

/** Errors that another tool's baseline tolerates, as many as `count`. */
export interface ImportedErrors {
  /** Relative to the project root, `/`-separated on every platform. */
  readonly path: string;
  /** mypy's error code; empty where the line has none. */
  readonly code: string;
  /** Its line numbers masked by `maskDefinitionLine`. */
  readonly message: string;
  /** At least 1. */
  readonly count: number;
}

/** A file to import, read as far as it can be understood. */
export interface ReadImport {
  /** In the order of the file. */
  readonly imported: readonly ImportedErrors[];
  /** Lines that are neither a message nor a summary of mypy's, blank ones left out. */
  readonly unread: readonly string[];
}

/**
 * Reads the `mypy-baseline.txt` of mypy-baseline (0.7.4), or what mypy itself printed, in text or
 * JSON. The former is made of mypy's text lines with 0 for every line number. It has rows of their
 * own for notes; they count for nothing here. Never throws.
 *
 * @param content The file's text.
 * @param root Absolute path of the folder that the file's paths are relative to.
 */
export function readMypyBaseline(content: string, root: string): ReadImport {
  const text = content.startsWith('\uFEFF') ? content.slice(1) : content;
  // A file that a person edited may lack its last line end; mypy's output never does.
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const { errors, noise } = parseOutput(ended, readLinesOnce(root));
  const imported = new Map<string, ImportedErrors>();
  for (const { path, code, message } of errors) {
    const masked = maskDefinitionLine(message);
    const key = JSON.stringify([path, code, masked]);
    const count = (imported.get(key)?.count ?? 0) + 1;
    imported.set(key, { path, code, message: masked, count });
  }
  return {
    imported: [...imported.values()],
    unread: noise.filter((line) => line.trim() !== ''),
  };
}

/**
 * A message as mypy-baseline stores it: without white space around it, and with 0 for the one line
 * number that it masks. Masking more would tolerate errors that it reports.
 */
export function maskDefinitionLine(message: string): string {
  return message.trim().replace(/defined on line \d+/g, 'defined on line 0');
}
