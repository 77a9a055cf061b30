/** The lines of the plot. */
export const SHAPES = `
.plot path, .sample path { fill: none; }
.plot .grid { stroke: var(--text); stroke-width: 1; stroke-opacity: 0.12; }
.plot .area { fill: var(--link); fill-opacity: 0.1; }
.plot .dots { stroke: var(--link); stroke-width: 6; stroke-linecap: round; }
.plot .target, .sample .target { stroke: var(--good); stroke-width: 1; stroke-dasharray: 2 3; }
.plot .line, .sample .line { stroke: var(--link); stroke-width: 2; stroke-linejoin: round; }
.plot .planned, .sample .planned { stroke: var(--quiet); stroke-width: 1.5; stroke-dasharray: 7 4; }
.plot .forecast, .sample .forecast { stroke: var(--caution); stroke-width: 2; stroke-dasharray: 1 4; stroke-linecap: round; }
.plot .range, .sample .range { fill: var(--caution); fill-opacity: 0.16; }
`;

/** The plot of the baseline over time, and the meter of a sprint. */
export const PLOT = `
.plot { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; margin-top: 10px; }
.plot .axis { grid-column: 1 / -1; margin-bottom: 14px; color: var(--quiet); font-size: 12px; }
.plot .drawing { display: block; width: 100%; height: 200px; overflow: visible; }
.plot path { vector-effect: non-scaling-stroke; }
${SHAPES}
.ticks { display: flex; flex-direction: column; justify-content: space-between; height: 200px; color: var(--quiet); font-size: 12px; text-align: right; }
.ticks span { height: 0; line-height: 0; }
.dates { grid-column: 2; width: 100%; height: 20px; margin-top: 4px; overflow: visible; }
.dates text { fill: var(--quiet); font-size: 12px; text-anchor: middle; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 8px; color: var(--quiet); font-size: 12px; list-style: none; }
.legend li { display: flex; align-items: center; gap: 8px; }
.meter-mark { fill: var(--text); }
`;
