import { posix } from 'node:path';
import { isRecord } from '../../core/json/is-record.js';

/** What a daemon writes into its status file when it listens. */
export interface DaemonStatus {
  readonly pid: number;
  /** What to connect to: a socket's absolute path, or on Windows the name of a pipe. */
  readonly connectionName: string;
}

/** `\\.\pipe\dmypy-Zm9vYmFy.pipe`: 6 random bytes in the base64 that is safe in URLs. */
const WINDOWS_PIPE = /^\\\\\.\\pipe\\dmypy-[\w-]+={0,2}\.pipe$/;

/**
 * Reads a status file; undefined while it is not whole. mypy writes it in place, so only the line
 * break at its end says that it is.
 */
export function parseStatusFile(
  text: string,
  platform: NodeJS.Platform = process.platform,
): DaemonStatus | undefined {
  if (!text.endsWith('\n')) return undefined;
  let status: unknown;
  try {
    status = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isRecord(status)) return undefined;
  const { pid, connection_name: connectionName } = status;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
  if (typeof connectionName !== 'string') return undefined;
  return isConnectionName(connectionName, platform) ? { pid, connectionName } : undefined;
}

/** Whether a name can be a daemon's own: nothing else is ever connected to. */
function isConnectionName(name: string, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return WINDOWS_PIPE.test(name);
  return posix.isAbsolute(name) && posix.basename(name) === 'dmypy.sock';
}
