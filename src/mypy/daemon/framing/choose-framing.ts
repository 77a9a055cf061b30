import { isAtLeast } from '../../../core/output/version.js';
import { BARE_FRAMING } from './bare-framing.js';
import { BASE64_FRAMING } from './base64-framing.js';
import type { Framing } from './framing.js';
import { LENGTH_FRAMING } from './length-framing.js';

/**
 * What the daemon of a mypy speaks. It ends when it is spoken to in another framing, so this is
 * known beforehand and never tried out.
 */
export function chooseFraming(mypyVersion: string): Framing {
  if (isAtLeast(mypyVersion, 1, 20)) return LENGTH_FRAMING;
  return isAtLeast(mypyVersion, 1, 7) ? BASE64_FRAMING : BARE_FRAMING;
}
