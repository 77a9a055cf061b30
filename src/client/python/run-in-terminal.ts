import {
  Disposable,
  ProcessExecution,
  Task,
  type TaskExecution,
  TaskRevealKind,
  TaskScope,
  tasks,
  type Uri,
  workspace,
} from 'vscode';

/** A program to start; no shell is involved. */
interface TerminalCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
}

/**
 * Runs a program where the person sees it. Resolves with its exit code; undefined when it was ended, or
 * could not be started.
 */
export async function runInTerminal(
  name: string,
  folder: Uri,
  { command, args, cwd }: TerminalCommand,
): Promise<number | undefined> {
  const scope = workspace.getWorkspaceFolder(folder) ?? TaskScope.Workspace;
  const execution = new ProcessExecution(command, [...args], { cwd });
  const task = new Task({ type: 'mypyRatchet' }, scope, name, 'Mypy Ratchet', execution);
  task.presentationOptions = { reveal: TaskRevealKind.Always, clear: true };
  const isOurs = ({ execution: { task: other } }: { readonly execution: TaskExecution }) =>
    other.name === name && other.scope === scope;
  const listeners: Disposable[] = [];
  const ended = new Promise<number | undefined>((resolve) => {
    let exitCode: number | undefined;
    listeners.push(
      tasks.onDidEndTaskProcess((event) => {
        if (isOurs(event)) exitCode = event.exitCode;
      }),
      // Comes last, also for a program that could not be started.
      tasks.onDidEndTask((event) => {
        if (isOurs(event)) resolve(exitCode);
      }),
    );
  });
  try {
    await tasks.executeTask(task);
    return await ended;
  } finally {
    Disposable.from(...listeners).dispose();
  }
}
