import type { Language } from './language.js';

/** `1 error`, `1,234 errors`. */
export function errorCount(amount: number, language: Language): string {
  return language.count(amount, '1 error', '{0} errors');
}
