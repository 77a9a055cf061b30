// `node scripts/changelog-section.mjs VERSION`: prints what CHANGELOG.md says of a version, for the notes
// of its release. A version without a heading, or with nothing below it, is an error.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHANGELOG = join(dirname(fileURLToPath(import.meta.url)), '..', 'CHANGELOG.md');

const [version = ''] = process.argv.slice(2);
const sections = (await readFile(CHANGELOG, 'utf8')).split(/^## /m).slice(1);
const section = sections.find((text) => text.startsWith(`[${version}] - `)) ?? '';
const notes = section.slice(section.indexOf('\n') + 1).trim();
if (notes === '') {
  process.stderr.write(`CHANGELOG.md says nothing of ${version}.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${notes}\n`);
}
