import type { Language } from '../core/language/language.js';
import { tagOf } from '../core/language/tag-of.js';
import type { Report } from '../core/report/report.js';
import { contentSecurityPolicy } from './html/content-security-policy.js';
import { html, trusted } from './html/html.js';
import { drawContents, drawSection } from './parts/section.js';
import { accepted } from './sections/accepted.js';
import { categories } from './sections/categories.js';
import { cheapest } from './sections/cheapest.js';
import { codes } from './sections/codes.js';
import { directories } from './sections/directories.js';
import { files } from './sections/files.js';
import { footer } from './sections/footer.js';
import { masthead } from './sections/masthead.js';
import { newErrors } from './sections/new-errors.js';
import { owners } from './sections/owners.js';
import { plan } from './sections/plan.js';
import { totals } from './sections/totals.js';
import { trend } from './sections/trend.js';
import { STYLE_SHEET } from './style/style-sheet.js';

/**
 * A report as one HTML file that loads nothing and runs nothing. In a webview of VS Code it has the
 * editor's colours, elsewhere those of the reader's system.
 */
export function renderReportPage(report: Report, language: Language): string {
  const { summary, outlook } = report;
  const sections = [
    plan(outlook?.plan ?? null, language),
    newErrors(report, language),
    categories(summary, language),
    codes(summary, language),
    directories(summary, language),
    owners(outlook?.owners ?? null, summary.totals.current, language),
    files(report, language),
    outlook === null ? null : cheapest(outlook.cheapest, report.sourceLink, language),
    accepted(report, language),
  ].filter((section) => section !== null);
  return html`<!doctype html>
<html lang="${tagOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(STYLE_SHEET)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${language.say('{0}: type debt', report.project)}</title>
<style>${trusted(STYLE_SHEET)}</style>
</head>
<body>
<div class="page">
${masthead(report, language)}
${drawContents(sections, language)}
<main>
<div class="overview">${totals(report, language)}${trend(report, language)}</div>
${sections.map(drawSection)}
</main>
${footer(report, language)}
</div>
</body>
</html>
`.toString();
}
