import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { Report } from '../../../../src/core/report/report.js';
import { junitXml } from '../../../../src/report/formats/junit.js';
import { anyHostileReport } from '../../../support/report/any-hostile-report.js';
import { HOSTILE_TEXTS } from '../../../support/report/hostile-text.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';

const SAMPLE = sampleReport();

describe("JUnit's XML", () => {
  it('has a suite for each category and one for the gate', () => {
    const message =
      'Incompatible types in assignment (expression has type "str", variable has type "int")';
    const words = `backend/app/models.py:3: ${message} [assignment]`;
    assert.deepEqual(readXml([junitXml(SAMPLE)]), [
      [
        ['testsuites', 'mypy-ratchet shop', '3', '1'],
        ['testsuite', 'Incompatible types', '1', '1'],
        ['testcase', words, 'backend/app/models.py', '3'],
        ['failure', 'assignment', message, `${words}\nsize: int = "x"`],
        ['testsuite', 'Optional handling (None)', '1', '0'],
        ['testcase', 'no new errors', '', ''],
        ['testsuite', 'Gate', '1', '0'],
        ['testcase', '1 entry of the baseline is fixed: "mypy-ratchet shrink" removes it', '', ''],
      ],
    ]);
  });

  it('fails for each rule that is not kept, and not twice for new errors', () => {
    const failures: Report['verdict']['failures'] = [
      { kind: 'new-errors', count: 1, expired: 0 },
      { kind: 'baseline-grown', count: 2, base: 'a & b' },
    ];
    const report = sampleReport({ verdict: { kind: 'regressions', failures, warnings: [] } });
    const [rows = []] = readXml([junitXml(report)]);
    const words = 'the baseline grew by 2 entries without a reason since a & b';
    assert.deepEqual(rows.slice(-3), [
      ['testsuite', 'Gate', '1', '1'],
      ['testcase', words, '', ''],
      ['failure', 'baseline-grown', words, words],
    ]);
  });

  it('says the same as the code base, with U+FFFD for what XML cannot hold', () => {
    const documents = readXml(HOSTILE_TEXTS.map((text) => junitXml(withMessage(text))));
    assert.deepEqual(
      documents.map((rows) => rows.find(([tag]) => tag === 'failure')?.[2]),
      HOSTILE_TEXTS.map((text) =>
        text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD'),
      ),
    );
  });

  it('is well-formed whatever the code base holds, and counts what it holds', () => {
    const reports = fc.sample(anyHostileReport, 200);
    const documents = readXml(reports.map(junitXml));
    for (const [index, { errors, verdict }] of reports.entries()) {
      const rows = documents[index] ?? [];
      const count = (tag: string) => rows.filter(([name]) => name === tag).length;
      const rules = verdict.failures.filter(({ kind }) => kind !== 'new-errors');
      const added = errors.filter(({ status }) => status === 'new');
      assert.equal(count('failure'), rules.length + added.length);
      assert.deepEqual(rows[0]?.slice(2), [String(count('testcase')), String(count('failure'))]);
    }
  });
});

function withMessage(message: string): Report {
  const errors = SAMPLE.errors
    .filter(({ status }) => status === 'new')
    .map((reported) => ({ ...reported, error: locatedError({ message }) }));
  return sampleReport({ errors });
}

const READER = `
import json, sys
from xml.dom.minidom import parseString

ATTRIBUTES = {
    'testsuites': ['name', 'tests', 'failures'],
    'testsuite': ['name', 'tests', 'failures'],
    'testcase': ['name', 'file', 'line'],
    'failure': ['type', 'message'],
}

def read_row(element):
    row = [element.getAttribute(name) for name in ATTRIBUTES[element.tagName]]
    body = [element.firstChild.data] if element.tagName == 'failure' else []
    return [element.tagName, *row, *body]

def read_document(text):
    root = parseString(text.encode()).documentElement
    elements = [root, *root.getElementsByTagName('*')]
    return [read_row(element) for element in elements if element.tagName in ATTRIBUTES]

json.dump([read_document(text) for text in json.load(sys.stdin)], sys.stdout)
`;

/** For each document its elements in order, by Python, which refuses what is not well-formed. */
function readXml(texts: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const python = process.platform === 'win32' ? 'python' : 'python3';
  const { status, stdout, stderr } = spawnSync(python, ['-c', READER], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  assert.equal(status, 0, stderr);
  return toArray(JSON.parse(stdout)).map((rows) =>
    toArray(rows).map((row) => toArray(row).map(String)),
  );
}

function toArray(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value));
  return value;
}
