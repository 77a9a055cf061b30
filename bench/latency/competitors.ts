import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as messages from '../../src/protocol/messages.js';
import { LanguageClient } from '../../test/support/server/language-client.js';
import type { Edit } from './edits.js';
import { Tree } from './tree.js';

/** Somebody who answers a save with the errors of the whole tree. */
export interface Competitor {
  readonly name: string;
  readonly tree: Tree;
  /** From the save to the answer. The edit is on disk already. */
  answer(edit: Edit): Promise<void>;
  close(): Promise<void>;
}

/** The flags that dmypy and mypy get, as mypy-vscode gives them. */
const FLAGS = ['--show-error-end', '--no-error-summary', '--no-pretty', '--no-color-output'];

/** Our server over LSP: from `didSave` to the snapshot that follows the diagnostics. */
export async function openOurs(source: string, python: string): Promise<Competitor> {
  const tree = await Tree.copy(source);
  const storageFolder = await mkdtemp(join(tmpdir(), 'mypy-ratchet-bench-'));
  const client = await LanguageClient.start({
    folder: tree.path,
    storageFolder,
    settings: { interpreter: python },
  });
  await client.until('the first result', () => client.snapshot?.result);
  await client.request(messages.CreateBaselineRequest, { project: client.project });
  return {
    name: 'ours',
    tree,
    answer: async (edit) => {
      await client.untilChecked(() =>
        client.didSave(edit.path === '' ? 'celery/app/base.py' : edit.path),
      );
    },
    close: async () => {
      await client.stop();
      await tree.remove();
      await rm(storageFolder, { recursive: true, force: true });
    },
  };
}

/** A spawned `python -m mypy`, with its own warm cache. */
export async function openMypy(source: string, python: string): Promise<Competitor> {
  const tree = await Tree.copy(source);
  const answer = () => run(python, ['-m', 'mypy', ...FLAGS], tree.path);
  await answer();
  return { name: 'mypy', tree, answer, close: () => tree.remove() };
}

/** A spawned `dmypy run`, as mypy-vscode does on each save. */
export async function openDmypy(source: string, python: string): Promise<Competitor> {
  const tree = await Tree.copy(source);
  const status = join(tree.path, '.dmypy.json');
  const dmypy = (args: readonly string[]) =>
    run(python, ['-m', 'mypy.dmypy', '--status-file', status, ...args], tree.path);
  const answer = () => dmypy(['run', '--', 'celery', '--strict', ...FLAGS]);
  await answer();
  return {
    name: 'dmypyRun',
    tree,
    answer,
    close: async () => {
      await dmypy(['stop']);
      await tree.remove();
    },
  };
}

/** mypy ends with 1 when it finds errors, and here it always does. */
function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, [...args], { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const isAnswer = error === null || error.code === 1 || error.code === 0;
      if (isAnswer) resolve();
      else reject(new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`));
    });
  });
}
