import type { MypyOutput } from '../../core/check/check-run.js';
import { Child, type ChildCommand, startChild } from './child.js';
import { OutputRecorder, type TextListener } from './output-recorder.js';

/** Whether a process may take the processor from others. A low one stays low: to raise it is a privilege. */
export type CheckPriority = 'normal' | 'low';

/** What ends a process before its own end, and who listens meanwhile. */
export interface ProcessLimits {
  readonly signal: AbortSignal;
  /** Longer than this ends the process; undefined for no limit. */
  readonly timeoutMs?: number | undefined;
  /** `normal` when absent. */
  readonly priority?: CheckPriority | undefined;
  /** Is told the process id. */
  readonly onStarted?: ((pid?: number) => void) | undefined;
  /** Is told standard output as it comes. */
  readonly onStdout?: TextListener;
}

/** A process to run to its end. */
export interface ProcessRequest extends ChildCommand, ProcessLimits {
  /** More output than this ends the process. */
  readonly limitBytes: number;
  /** All of its standard input; empty when undefined. */
  readonly input?: string | undefined;
}

/** How a process came to its end. */
export type ProcessResult =
  | { readonly kind: 'ended'; readonly output: MypyOutput }
  | { readonly kind: 'not-started'; readonly detail: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  | { readonly kind: 'flooded'; readonly limitBytes: number };

/**
 * Runs a process and collects what it prints. When this resolves, whatever the result, nothing of
 * the process is left. Never rejects for anything the process does.
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  if (request.signal.aborted) return { kind: 'cancelled' };
  const child = startChild(request);
  if (!(child instanceof Child)) return child;
  const recorder = new OutputRecorder(child, request.limitBytes);
  child.stdin.end(request.input ?? '');
  return awaitEnd(child, recorder, request);
}

/** Waits until a running process ends, or ends it. */
export async function awaitEnd(
  child: Child,
  recorder: OutputRecorder,
  { signal, timeoutMs, onStdout, priority, onStarted }: ProcessLimits,
): Promise<ProcessResult> {
  if (child.pid !== undefined) onStarted?.(child.pid);
  if (priority === 'low') child.lowerPriority();
  if (onStdout !== undefined) recorder.onStdout(onStdout);
  // The first reason counts: one that is ended for its output may be cancelled meanwhile.
  let reason: ProcessResult | undefined;
  const end = (why: ProcessResult) => {
    reason ??= why;
    void child.kill();
  };
  const cancel = () => end({ kind: 'cancelled' });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => end({ kind: 'timed-out', afterMs: timeoutMs }), timeoutMs);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  recorder.onFlooded(() => end({ kind: 'flooded', limitBytes: recorder.limitBytes }));
  const ended = await child.ended;
  clearTimeout(timer);
  signal.removeEventListener('abort', cancel);
  if (reason !== undefined) return reason;
  if (ended.kind === 'not-started') return ended;
  const { exitCode, signal: endSignal } = ended;
  return {
    kind: 'ended',
    output: { stdout: recorder.stdout, stderr: recorder.stderr, exitCode, signal: endSignal },
  };
}
