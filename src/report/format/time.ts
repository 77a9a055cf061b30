import { toIsoTime } from '../../core/date/to-iso-time.js';
import type { Language } from '../../core/language/language.js';
import { dayOf } from '../../core/plan/day.js';
import { describeDay } from '../../core/plan/describe-day.js';
import { html, type Markup } from '../html/html.js';

/** `24 November 2026` in UTC. `at` is in epoch milliseconds. */
export function formatDate(at: number, language: Language): string {
  return describeDay(dayOf(at), language);
}

/** A `time` element with date and time of day in UTC. `at` is in epoch milliseconds. */
export function timeOfDay(at: number, language: Language): Markup {
  const iso = toIsoTime(at);
  const said = language.say('{0}, {1} UTC', formatDate(at, language), iso.slice(11, 16));
  return html`<time datetime="${iso}">${said}</time>`;
}

/** `4.2 s`, `130 ms`. */
export function formatDuration(durationMs: number, language: Language): string {
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  return `${language.decimal(durationMs / 1000)} s`;
}
