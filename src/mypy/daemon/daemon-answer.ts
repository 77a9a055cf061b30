import { isRecord } from '../../core/json/is-record.js';

/** One message of a daemon. */
export interface DaemonMessage {
  /** What mypy or a plugin printed. */
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined when it only brings what was printed, and the answer is still to come. */
  readonly answer: Fields | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a daemon says to `run`. */
export type DaemonAnswer =
  | {
      readonly kind: 'checked';
      readonly stdout: string;
      readonly stderr: string;
      readonly status: number;
    }
  /** It can only go on after it is started anew: configuration, plugins or mypy changed. */
  | { readonly kind: 'restart'; readonly reason: string }
  /** It crashed, or the request was wrong. */
  | { readonly kind: 'error'; readonly detail: string }
  | { readonly kind: 'not-understood'; readonly detail: string };

const LONGEST_DETAIL = 200;

/**
 * Reads a message; undefined when it is none. From mypy 1.7 on the answer says that it is final. Up
 * to 1.6.1 it is the only message, and like every answer names the platform.
 */
export function parseMessage(message: string): DaemonMessage | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(message);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(fields)) return undefined;
  const isAnswer = fields['final'] === true || 'platform' in fields;
  return {
    stdout: textOf(fields['stdout']),
    stderr: textOf(fields['stderr']),
    answer: isAnswer ? fields : undefined,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The answer to `run`, in mypy's own words. */
export function parseAnswer(fields: Fields): DaemonAnswer {
  const { restart, error, out, err, status } = fields;
  if (typeof restart === 'string') return { kind: 'restart', reason: restart };
  if (typeof error === 'string') return { kind: 'error', detail: error };
  if (typeof out === 'string' && typeof err === 'string' && typeof status === 'number') {
    return { kind: 'checked', stdout: out, stderr: err, status };
  }
  const detail = JSON.stringify(fields).slice(0, LONGEST_DETAIL);
  return { kind: 'not-understood', detail };
}

/**
 * Bytes of memory in an answer to `status`; undefined where the daemon's environment lacks psutil,
 * which few have.
 */
export function parseMemory(fields: Fields): number | undefined {
  const mebibytes = fields['memory_rss_mib'];
  return typeof mebibytes === 'number' && mebibytes > 0 ? mebibytes * 2 ** 20 : undefined;
}
