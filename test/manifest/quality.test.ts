import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { COMMANDS } from '../../src/client/contributions.js';
import { parseManifest } from './parse-manifest.js';
import { readManifest } from './read-manifest.js';

const ROOT = join(__dirname, '..', '..', '..');
const JSON_MANIFEST = readManifest(ROOT);
const MANIFEST = parseManifest(JSON_MANIFEST);
const SCHEMAS: Readonly<Record<string, object>> =
  JSON_MANIFEST.contributes.configuration.properties;
const KEYBINDINGS: readonly Keybinding[] = JSON_MANIFEST.contributes.keybindings;

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly mac: string;
  readonly when: string;
}

/** Values that a person may well write, and that would not do what they are meant to. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  enable: ['yes', 1],
  interpreter: ['"/usr/bin/python3"', "'C:\\Python\\python.exe'", null],
  configFile: ['"mypy.ini"'],
  baselineFile: ['"mypy-baseline.jsonl"'],
  args: ['--strict', [''], [1]],
  targets: ['src', ['']],
  engine: ['fast', true],
  run: ['onType'],
  baselineSeverity: ['info'],
  explorerDecorations: [true, 'off'],
  focusOnNewErrors: ['true'],
  shrinkOnSave: ['never'],
};

describe('the settings editor', () => {
  const ajv = new Ajv({ strict: false });

  it('takes the default of every setting', () => {
    for (const [id, schema] of Object.entries(SCHEMAS)) {
      assert.ok(ajv.validate(schema, MANIFEST.settings.get(id)?.default), id);
    }
  });

  it('refuses what would not work', () => {
    for (const [name, values] of Object.entries(WRONG)) {
      const schema = SCHEMAS[`mypyRatchet.${name}`];
      assert.ok(schema, name);
      for (const value of values) {
        assert.equal(ajv.validate(schema, value), false, `${name}: ${JSON.stringify(value)}`);
      }
    }
  });

  it('takes paths as they are', () => {
    for (const path of [
      '/usr/bin/python3',
      'C:\\a b\\python.exe',
      "it's/python",
      '~/venv/python',
    ]) {
      assert.ok(ajv.validate(SCHEMAS['mypyRatchet.interpreter'] ?? {}, path), path);
    }
  });

  it('has an order of its own for every setting', () => {
    const orders = Object.values(SCHEMAS).map((schema) => ('order' in schema ? schema.order : 0));
    assert.equal(new Set(orders).size, orders.length);
  });
});

describe('the keyboard', () => {
  it('reaches every button of a row by the menu of the row', () => {
    const inline = MANIFEST.itemMenu.filter(({ group }) => group.startsWith('inline'));
    for (const { command, when } of inline) {
      const listed = MANIFEST.itemMenu.some(
        (entry) =>
          entry.command === command && entry.when === when && !entry.group.startsWith('inline'),
      );
      assert.ok(listed, `${command} is a button only`);
    }
  });

  it('reaches every button above a view by the command palette', () => {
    const hidden = new Set(
      MANIFEST.palette.filter(({ when }) => when === 'false').map(({ command }) => command),
    );
    for (const { command } of MANIFEST.titleMenu) assert.ok(!hidden.has(command), command);
  });

  it('is used for commands that exist, on every system, and only where they make sense', () => {
    const known = new Set<string>(Object.values(COMMANDS));
    assert.ok(KEYBINDINGS.length > 0);
    for (const { command, key, mac, when } of KEYBINDINGS) {
      assert.ok(known.has(command), command);
      assert.ok(key.length > 0 && mac.length > 0 && when.length > 0, command);
    }
  });
});

describe('telemetry', () => {
  /** What could carry something away. `net` is for the sockets of mypy's daemon and of LSP. */
  const CARRIERS = /require\("(?:node:)?(?:https?|http2|tls|dgram|dns)"\)|[^\w.]fetch\(/;

  it('has no way out of the editor: no bundle of the extension opens a connection', () => {
    const dist = join(ROOT, 'dist');
    const bundles = readdirSync(dist).filter((name) => /^(extension|server).*\.js$/.test(name));
    assert.ok(bundles.includes('extension.js') && bundles.includes('server.js'));
    for (const name of bundles) {
      const found = CARRIERS.exec(readFileSync(join(dist, name), 'utf8'));
      assert.equal(found, null, `${name}: ${found?.[0]}`);
    }
  });

  it('is no package that we depend on', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    const packages: Readonly<Record<string, { readonly dev?: boolean }>> =
      JSON.parse(lock).packages;
    const suspects = Object.entries(packages).filter(
      ([name, { dev }]) =>
        /telemetry|applicationinsights|sentry|posthog|mixpanel|segment/i.test(name) && dev !== true,
    );
    assert.deepEqual(suspects, []);
    assert.doesNotMatch(JSON.stringify(JSON_MANIFEST), /createTelemetryLogger|extension-telemetry/);
  });
});

describe('the icon', () => {
  it('is as large as the Marketplace shows it', () => {
    const file = join(ROOT, String(JSON_MANIFEST.icon));
    assert.ok(existsSync(file));
    const png = readFileSync(file);
    assert.ok(png.readUInt32BE(16) >= 256 && png.readUInt32BE(20) >= 256);
  });
});
