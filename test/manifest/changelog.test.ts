import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../src/core/json/is-record.js';

const ROOT = join(__dirname, '..', '..', '..');

function versionOfPackage(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  assert.ok(isRecord(manifest) && typeof manifest['version'] === 'string');
  return manifest['version'];
}

function sectionOf(version: string) {
  const script = join(ROOT, 'scripts', 'changelog-section.mjs');
  return spawnSync(process.execPath, [script, version], { encoding: 'utf8' });
}

describe('the changelog', () => {
  const text = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading ?? '');

  it('has what is not released above all versions, each with its day', () => {
    const [first, ...versions] = headings;
    assert.equal(first, '[Unreleased]');
    for (const heading of versions) {
      assert.match(heading, /^\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/);
    }
  });

  it('tells of the version in package.json, as its release will', () => {
    const { status, stdout } = sectionOf(versionOfPackage());
    assert.equal(status, 0);
    assert.ok(stdout.startsWith('### ') || /^\w/.test(stdout), stdout.slice(0, 80));
    assert.ok(!/^## /m.test(stdout));
  });

  it('has no release notes for a version that it does not know', () => {
    const { status, stderr } = sectionOf('99.0.0');
    assert.equal(status, 1);
    assert.match(stderr, /nothing of 99\.0\.0/);
  });
});
