import { LAYOUT } from './layout.js';
import { PALETTE } from './palette.js';
import { PLOT } from './plot.js';
import { TABLES } from './tables.js';

/** The only style sheet of the page; the page's policy names it by its hash. */
export const STYLE_SHEET = [PALETTE, LAYOUT, PLOT, TABLES].join('');
