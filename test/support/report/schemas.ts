import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isRecord } from '../../../src/core/json/is-record.js';

/** A check of JSON text against a schema; fails with what the schema says against it. */
export type SchemaCheck = (text: string) => void;

/** The published schema of SARIF 2.1.0, as `@microsoft/jest-sarif` ships it. */
export function sarifSchema(): SchemaCheck {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It is written in draft 4, which ajv 8 does not know. Of what changed since, it uses only the
  // name of its own address. One of its patterns has a bracket too many for Unicode's rules.
  const { $schema, id, ...schema } = readSchema(file);
  assert.equal($schema, 'http://json-schema.org/draft-04/schema#');
  assert.ok(id);
  return toCheck(
    addFormats(new Ajv({ strict: false, unicodeRegExp: false, allErrors: true })).compile(schema),
  );
}

/** Our own schema, as written. */
export function reportSchema(): SchemaCheck {
  return toCheck(newAjv2020().compile(readSchema(REPORT_SCHEMA)));
}

/** Our own schema without leave for fields that it does not describe. */
export function closedReportSchema(): SchemaCheck {
  const closed = close(readSchema(REPORT_SCHEMA));
  assert.ok(isRecord(closed));
  return toCheck(newAjv2020().compile(closed));
}

const REPORT_SCHEMA = join(__dirname, '../../../../docs/report.schema.json');

function newAjv2020(): Ajv2020 {
  return addFormats(new Ajv2020({ allErrors: true, strictTypes: false }));
}

function readSchema(file: string): Readonly<Record<string, unknown>> {
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  assert.ok(isRecord(schema));
  return schema;
}

function toCheck(validate: ValidateFunction): SchemaCheck {
  return (text) => {
    validate(JSON.parse(text));
    assert.deepEqual(validate.errors ?? [], []);
  };
}

/**
 * Forbids unknown fields wherever a value is described as a whole: not in the members of an
 * `allOf`, each of which describes a part, and not in definitions, which may be such members.
 */
function close(schema: unknown, whole = true): unknown {
  if (Array.isArray(schema)) return schema.map((part) => close(part, whole));
  if (!isRecord(schema)) return schema;
  const closed = Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') return [key, closeEach(value, true)];
    if (key === '$defs') return [key, closeEach(value, false)];
    if (key === 'allOf') return [key, close(value, false)];
    if (key === 'items' || key === 'anyOf' || key === 'oneOf') return [key, close(value)];
    return [key, value];
  });
  const describesObject = schema['type'] === 'object' || '$ref' in schema || 'allOf' in schema;
  if (whole && describesObject) closed.push(['unevaluatedProperties', false]);
  return Object.fromEntries(closed);
}

function closeEach(schemas: unknown, whole: boolean): unknown {
  if (!isRecord(schemas)) return schemas;
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, close(schema, whole)]),
  );
}
