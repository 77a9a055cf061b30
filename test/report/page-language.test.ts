import assert from 'node:assert/strict';
import type { Report } from '../../src/core/report/report.js';
import { renderReportPage } from '../../src/report/report-page.js';
import { GERMAN } from '../support/language/german.js';
import { MARKED, unsaidWords } from '../support/language/marked-language.js';
import { plannedReport } from '../support/report/planned-report.js';
import { sampleReport } from '../support/report/sample-report.js';

/** What a reader sees or is read, without references of HTML. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]*aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#\d]+;/g, ' ');

/** Every string that is somewhere in a value. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

describe('the report page in another language', () => {
  const reports: readonly (readonly [string, Report])[] = [
    ['a small one', sampleReport()],
    ['one with a plan', plannedReport({}, 2_000)],
    ['one of an empty project', sampleReport({ errors: [], added: [], trend: [] })],
  ];
  for (const [name, report] of reports) {
    it(`has no word but those of the project: ${name}`, () => {
      // Hashes are cut.
      const strings = stringsOf(report).flatMap((text) => [text, text.slice(0, 8)]);
      const own = new Set(unsaidWords(`${strings.join(' ')} Mypy Ratchet mypy`));
      const page = textOf(renderReportPage(report, MARKED));
      const others = unsaidWords(page).filter((word) => !own.has(word));
      assert.deepEqual(others, []);
    });
  }

  it('is German, and says so', () => {
    const page = renderReportPage(plannedReport({}, 2_000), GERMAN);
    assert.match(page, /<html lang="de">/);
    const text = textOf(page).replace(/\s+/g, ' ');
    assert.match(text, /Die Typschulden sind (?:nicht )?gewachsen/);
    assert.match(text, /Kategorie Priorität Jetzt Basis Änderung Neu Behoben Anteil/);
    assert.match(text, /Fehlende Typannotationen .* Mittel/);
    assert.match(text, /\d,\d %/);
  });
});
