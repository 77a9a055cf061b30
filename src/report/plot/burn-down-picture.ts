import type { Language } from '../../core/language/language.js';
import { html, type Markup, trusted } from '../html/html.js';
import { inColours } from '../style/palette.js';
import { SHAPES } from '../style/plot.js';
import type { BurnDown } from './burn-down.js';
import { drawBurnDown, drawSample, legendOf } from './burn-down-drawing.js';
import { type BurnDownScales, scalesOf } from './burn-down-scales.js';

/** Pixels of the whole picture, and where its axes are. */
const PICTURE = { width: 1200, height: 600 } as const;
const AXES = { left: 96, top: 148, width: 1064, height: 352 } as const;
const LEGEND = { top: 550, step: 190 } as const;

/** Colours of paper: a picture goes where nobody knows the reader's theme. */
const STYLE = inColours(`
.ground { fill: var(--card); }
text { fill: var(--quiet); font: 16px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.title { fill: var(--text); font-size: 26px; font-weight: 650; }
.total { text-anchor: end; }
.date { text-anchor: middle; }
${SHAPES}`);

/** The plot as an SVG file of its own. `title` stands above it. */
export function burnDownPicture(burnDown: BurnDown, title: string, language: Language): Markup {
  const scales = scalesOf(burnDown.points, burnDown.plan, burnDown.now, language, AXES);
  const { left, top, width, height } = AXES;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE.width}" height="${PICTURE.height}" viewBox="0 0 ${PICTURE.width} ${PICTURE.height}" role="img">
<title>${title}</title>
<desc>${burnDown.summary.join(' ')}</desc>
<style>${trusted(STYLE)}</style>
<rect class="ground" width="100%" height="100%"/>
<text class="title" x="40" y="56">${title}</text>
${burnDown.summary.map(
  (sentence, at) => html`<text x="40" y="${86 + at * 24}">${sentence}</text>
`,
)}${labels(scales, language)}
<svg class="plot" x="${left}" y="${top}" width="${width}" height="${height}" overflow="visible">
${drawBurnDown(burnDown, scales)}
</svg>
${legend(burnDown, language)}
</svg>
`;
}

function labels(scales: BurnDownScales, language: Language): Markup {
  const { left, top, width, height } = AXES;
  const totals = scales.totals.map((total) => {
    // Half of a digit's height lower, so that the line of the grid is at its middle.
    const y = top + scales.y(total) + 6;
    return html`<text class="total" x="${left - 14}" y="${y.toFixed(1)}">${language.number(total)}</text>
`;
  });
  const dates = scales.dates.map(({ at, label }) => {
    return html`<text class="date" x="${(left + at * width).toFixed(1)}" y="${top + height + 30}">${label}</text>
`;
  });
  return html`${totals}${dates}`;
}

function legend({ plan }: BurnDown, language: Language): Markup | null {
  if (plan === null) return null;
  const entries = legendOf(plan, language).map((entry, at) => {
    const [x, y] = [AXES.left + at * LEGEND.step, LEGEND.top];
    return html`<svg class="sample" x="${x}" y="${y}" width="28" height="12">${drawSample(entry)}</svg>
<text x="${x + 38}" y="${y + 11}">${entry.name}</text>
`;
  });
  return html`${entries}`;
}
