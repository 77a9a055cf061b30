import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Variables } from './inputs.js';

/**
 * Adds outputs of the step to the file that the runner names. Each value stands between delimiters
 * that nobody can guess, so that no value can end its own block and set another output.
 */
export async function setOutputs(
  env: Variables,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  const blocks = Object.entries(outputs).map(([name, value]) => {
    const delimiter = `mypy-ratchet-${randomUUID()}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
  });
  await append(env['GITHUB_OUTPUT'], blocks.join(''));
}

/** Adds Markdown to the summary of the job. The runner takes 1 MiB a step. */
export function addSummary(env: Variables, markdown: string): Promise<void> {
  return append(env['GITHUB_STEP_SUMMARY'], `${markdown}\n`);
}

/** A runner that names no file does not have the feature. */
async function append(file: string | undefined, text: string): Promise<void> {
  if (file !== undefined && file !== '') await appendFile(file, text);
}
