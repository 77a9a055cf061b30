import { ENGLISH } from '../../core/language/language.js';
import type { Report } from '../../core/report/report.js';
import { html } from '../html/html.js';
import { type BurnDown, burnDownOf } from '../plot/burn-down.js';
import { burnDownPicture } from '../plot/burn-down-picture.js';

/** The plot of the baseline over time as an SVG file; without a history, a line that says so. */
export function burnDownSvg(report: Report): string {
  const burnDown = burnDownOf(report, ENGLISH);
  return (burnDown === null ? nothing() : picture(report, burnDown)).toString();
}

function picture({ project }: Report, burnDown: BurnDown) {
  return burnDownPicture(burnDown, `${project}: type debt over time`, ENGLISH);
}

function nothing() {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60" role="img">
<text x="20" y="36" font-family="sans-serif" font-size="16">The baseline has no history to draw yet.</text>
</svg>
`;
}
