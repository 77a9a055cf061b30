import { createHash } from 'node:crypto';
import { splitArguments } from '../command/display-options.js';
import type { MypyConfiguration } from './find-configuration.js';

/** Hexadecimal digits in the baseline's header. */
const DIGITS = 12;

/**
 * 12 hexadecimal digits for the baseline's header: the same for two machines whose configuration
 * and arguments make mypy report the same errors. What only changes display, caching or reports
 * does not count.
 */
export function environmentHash(configuration: MypyConfiguration, args: readonly string[]): string {
  const counting = splitArguments(args)
    .filter(({ displayOption }) => displayOption === undefined)
    .flatMap(({ words }) => words);
  return createHash('sha256')
    .update(JSON.stringify([fingerprintOf(configuration), counting]))
    .digest('hex')
    .slice(0, DIGITS);
}

function fingerprintOf(configuration: MypyConfiguration): string {
  switch (configuration.kind) {
    case 'found':
      return configuration.fingerprint;
    case 'none':
      return 'none';
    case 'unreadable':
      return 'unreadable';
  }
}
