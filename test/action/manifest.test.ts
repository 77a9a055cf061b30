import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.js';
import { isRecord } from '../../src/core/json/is-record.js';
import { REPOSITORY } from '../support/files/repository.js';

describe('action.yml', () => {
  const manifest: unknown = parse(readFileSync(join(REPOSITORY, 'action.yml'), 'utf8'));
  assert.ok(isRecord(manifest) && isRecord(manifest['inputs']) && isRecord(manifest['runs']));
  const { inputs, runs } = manifest;

  it('declares exactly the inputs that are read', () => {
    const names: string[] = [];
    const env = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => {
          names.push(String(name));
          return '';
        },
      },
    );
    readInputs(env);
    assert.deepEqual(
      names.toSorted(),
      Object.keys(inputs)
        .map((name) => `INPUT_${name.toUpperCase()}`)
        .sort(),
    );
  });

  it('runs the bundle on the Node that GitHub has', () => {
    assert.deepEqual(runs, { using: 'node24', main: 'dist/action.js' });
  });
});
