/** The page, its type, and all sections but their tables. */
export const LAYOUT = `
*, *::before, *::after { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.5 var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%;
}
code, pre {
  font-family: var(--vscode-editor-font-family, ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace);
  font-size: 0.875em; unicode-bidi: isolate;
}
h1, h2, p, dl, dd, ol, ul, pre { margin: 0; padding: 0; }
h2 { scroll-margin-top: 16px; }
h1 { font-size: 30px; line-height: 1.2; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 17px; line-height: 1.3; letter-spacing: -0.005em; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.caution { color: var(--caution); }
.strong { font-weight: 600; }
.narrow { display: none; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.page { max-width: 1120px; margin: 0 auto; padding: 40px 24px 48px; }
main { display: grid; gap: 20px; }
.card { min-width: 0; padding: 20px 24px; background: var(--card); border: 1px solid var(--edge); border-radius: 10px; }
.lead { margin-top: 2px; color: var(--quiet); font-size: 13px; }

.masthead { margin-bottom: 28px; }
.masthead-pass { --tone: var(--good); }
.masthead-stale { --tone: var(--caution); }
.masthead-regressions { --tone: var(--bad); }
.eyebrow { display: flex; flex-wrap: wrap; gap: 0 10px; color: var(--quiet); font-size: 14px; }
.eyebrow strong { color: var(--text); }
@media (min-width: 641px) { .eyebrow span::before { content: "·"; margin-right: 10px; } }
h1 { display: flex; align-items: center; gap: 14px; margin-top: 10px; }
.sign { flex: none; fill: none; stroke: var(--card); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.sign circle { fill: var(--tone); stroke: none; }
.findings { display: grid; gap: 6px; margin-top: 14px; list-style: none; }
.findings li { display: flex; align-items: baseline; gap: 10px; }
.label { flex: none; min-width: 76px; padding: 1px 8px; border: 1px solid; border-radius: 99px; font-size: 12px; font-weight: 600; text-align: center; }
.label-fails { color: var(--bad); }
.label-warns { color: var(--caution); }
.label-note { color: var(--quiet); }
.sentence { display: inline-block; min-width: 0; }
.label-fails + .sentence::first-letter, .label-warns + .sentence::first-letter { text-transform: uppercase; }

.overview { display: flex; flex-wrap: wrap; gap: 20px; }
.totals { flex: 1 1 320px; display: flex; flex-direction: column; }
.trend { flex: 2 1 480px; }
.figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; margin-top: 6px; }
.total { font-size: 52px; font-weight: 650; line-height: 1.15; letter-spacing: -0.03em; }
.difference { font-size: 22px; font-weight: 600; }
.ledger { margin-top: auto; padding-top: 12px; font-size: 14px; }
.ledger div { display: flex; justify-content: space-between; gap: 16px; padding: 5px 0; border-top: 1px solid var(--edge); }
.ledger div:first-child { border-top: 0; }
.ledger dd { font-weight: 600; white-space: nowrap; }
.state { margin-top: 4px; font-weight: 600; }
.quota { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; margin-top: 12px; font-size: 14px; }
.sentences { margin-top: 10px; list-style: none; font-size: 14px; }
.sentences li { padding: 2px 0; }
.steps { margin: 8px 0 0 22px; font-size: 14px; }
.facts dt, footer dt { color: var(--quiet); font-size: 13px; }
nav { margin-bottom: 20px; font-size: 14px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; }

summary { cursor: pointer; }
.more > summary { width: fit-content; margin-top: 12px; color: var(--link); font-size: 14px; }
.errors { list-style: none; }
.errors li { padding: 14px 0; border-top: 1px solid var(--edge); }
.card > .errors { margin-top: 12px; }
.errors li:last-child { padding-bottom: 0; }
.place { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; font-size: 14px; }
.place > code:first-child, .place a code { font-weight: 600; }
.tag { padding: 0 6px; border: 1px solid var(--edge); border-radius: 4px; color: var(--quiet); font-size: 12px; }
.message { margin-top: 3px; unicode-bidi: plaintext; }
.note { margin-top: 3px; font-size: 13px; }
pre { margin-top: 8px; padding: 7px 12px; border-radius: 6px; background: color-mix(in srgb, var(--text) 5%, transparent); white-space: pre-wrap; }
.facts { display: flex; flex-wrap: wrap; gap: 6px 32px; margin-top: 10px; font-size: 14px; }
.facts div { display: flex; gap: 8px; align-items: baseline; }

footer { margin-top: 28px; padding: 0 24px; }
footer h2 { color: var(--quiet); font-size: 14px; }
footer dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 12px 32px; margin-top: 10px; font-size: 13px; }

@media (max-width: 640px) {
  .page { padding: 24px 12px 32px; }
  .card { padding: 16px; }
  .masthead, nav, footer { padding: 0 4px; }
  h1 { font-size: 24px; align-items: flex-start; }
  .sign { width: 30px; height: 30px; }
  .trend { flex-basis: 100%; }
}

@media print {
  body { background: none; font-size: 14px; }
  .page { max-width: none; padding: 0; }
  .card { padding: 12px 0; border-width: 1px 0 0; border-radius: 0; }
  .errors li, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  nav, .trend .more { display: none; }
}
`;
