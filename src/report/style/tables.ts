/** Tables: a heading that stays in sight, numbers under each other, categories that open. */
export const TABLES = `
table { width: 100%; margin-top: 4px; border-collapse: separate; border-spacing: 0; font-size: 14px; }
caption { padding-bottom: 8px; color: var(--quiet); font-size: 13px; text-align: left; }
th, td { padding: 7px 0 7px 20px; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: baseline; }
th:first-child { padding-left: 0; }
tbody th { font-weight: 400; }
thead th { position: sticky; top: 0; z-index: 1; background: var(--card); color: var(--quiet); font-size: 12px; font-weight: 600; white-space: nowrap; }
tbody:last-child tr:last-child > *, tfoot tr > * { border-bottom: 0; }
tfoot th, tfoot td { font-weight: 600; }
.number { width: 78px; text-align: right; white-space: nowrap; }
.number:last-child { width: 184px; }
th.wide:not(.number) { width: 112px; }
.amount { width: 64px; text-align: right; white-space: nowrap; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 16px 40px; align-items: start; margin-top: 14px; }
.bar { vertical-align: 1px; }
.percent { display: inline-block; min-width: 78px; }
.bar-track { fill: var(--text); fill-opacity: 0.08; }
.bar-share { fill: var(--link); }
tbody tr:hover > * { background: color-mix(in srgb, var(--text) 4%, transparent); }

.category summary { font-weight: 600; overflow-wrap: break-word; }
.category summary::marker { color: var(--quiet); }
.category .code th { padding-left: 17px; }
.category .code > * { border-bottom-style: dotted; font-weight: 400; }
.priority { color: var(--quiet); white-space: nowrap; }
.priority::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px; border: 1.5px solid var(--quiet); border-radius: 50%; }
.priority-high { color: var(--text); }
.priority-high::before { border-color: var(--text); background: var(--text); }
.priority-medium::before { background: linear-gradient(to right, var(--quiet) 50%, transparent 50%); }
@media screen {
  @supports selector(:has(*)) {
    .category:not(:has(details[open])) .code { display: none; }
  }
}

@media (max-width: 640px) {
  .wide { display: none; }
  .priority.narrow { display: block; padding-left: 17px; font-size: 12px; }
  th, td { padding-left: 8px; }
  table { font-size: 13px; }
  .number, .amount { width: 46px; }
}

@media print {
  th, td { padding: 4px 0 4px 8px; }
  th.wide:not(.number) { width: 84px; }
  .number { width: 54px; }
  .number:last-child { width: 132px; }
  .percent { min-width: 64px; }
  thead th { position: static; }
}
`;
