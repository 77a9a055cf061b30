import { toIsoTime } from '../../core/date/to-iso-time.js';
import { html, type Markup } from '../html/html.js';

/** `24 November 2026` in UTC. `at` is in epoch milliseconds. */
export function formatDate(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/** A `time` element with date and time of day in UTC. `at` is in epoch milliseconds. */
export function timeOfDay(at: number): Markup {
  const iso = toIsoTime(at);
  return html`<time datetime="${iso}">${formatDate(at)}, ${iso.slice(11, 16)} UTC</time>`;
}

/** `4.2 s`, `130 ms`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  return `${(durationMs / 1000).toFixed(1)} s`;
}
