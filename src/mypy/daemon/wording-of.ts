import type { MypyError } from '../../core/error/mypy-error.js';

/** What an error says and of which file, without the line, which moves. */
export function wordingOf({ path, code, message }: MypyError): string {
  return `${path}\n${code}\n${message}`;
}
