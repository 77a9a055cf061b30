import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AGENT_TOOL_PREFIX,
  COMMANDS,
  CONTEXT_KEYS,
  INTERNAL_COMMANDS,
  NODE_TRAITS,
  REPORT_PANEL,
  RESTRICTED_SETTINGS,
  SETTINGS,
  SETTINGS_SECTION,
  VIEW_CONTAINER,
  VIEW_STATES,
  VIEWS,
  WALKTHROUGH,
} from '../../src/client/contributions.js';
import { AGENT_TOOLS } from '../../src/core/agent/agent-tools.js';
import { DEFAULT_SETTINGS, parseSettings } from '../../src/server/settings.js';
import { type MenuEntry, parseManifest, type WalkthroughStep } from './parse-manifest.js';
import { readManifest } from './read-manifest.js';

const ROOT = join(__dirname, '..', '..', '..');
const MANIFEST = parseManifest(readManifest(ROOT));

const COMMAND_IDS = Object.values(COMMANDS);

function sorted(values: Iterable<string>): readonly string[] {
  return [...values].sort();
}

/** Names with our prefix in a `when` clause, but for the settings that `config.` reads. */
function keysIn(when: string): readonly string[] {
  return [...when.matchAll(/(?<!config\.)\bmypyRatchet\.\w+/g)].map(([key]) => key);
}

describe('the commands of package.json', () => {
  it('are those of the code', () => {
    assert.deepEqual(sorted(MANIFEST.commands.map(({ command }) => command)), sorted(COMMAND_IDS));
  });

  it('have a title and a category', () => {
    for (const { command, title, category } of MANIFEST.commands) {
      assert.ok(title.length > 0, command);
      assert.equal(category, 'Mypy Ratchet', command);
    }
  });

  it('are hidden from the palette when they need a row or an error', () => {
    const hidden = MANIFEST.palette.filter(({ when }) => when === 'false');
    assert.deepEqual(
      sorted(hidden.map(({ command }) => command)),
      sorted(INTERNAL_COMMANDS.map((name) => COMMANDS[name])),
    );
  });

  it('are all that menus, welcomes and the walkthrough run of ours', () => {
    // VS Code makes a command for every view that brings it to the front.
    const focus = Object.values(VIEWS).map((view) => `${view}.focus`);
    const ours = new Set<string>([...COMMAND_IDS, ...focus]);
    for (const { command } of menuEntries()) assert.ok(ours.has(command), command);
    const texts = [
      ...MANIFEST.welcomes.map(({ contents }) => contents),
      ...steps().map(({ description }) => description),
    ];
    const links = texts.flatMap((text) => [...text.matchAll(/\(command:(mypyRatchet(?:\.\w+)+)/g)]);
    assert.ok(links.length > 0);
    for (const [, command] of links) assert.ok(ours.has(command ?? ''), command);
  });
});

describe('the tools of package.json for assistants', () => {
  it('are those of the code, word for word', () => {
    assert.deepEqual(
      MANIFEST.agentTools,
      AGENT_TOOLS.map(({ name, ...rest }) => ({ name: `${AGENT_TOOL_PREFIX}${name}`, ...rest })),
    );
  });
});

describe('the settings of package.json', () => {
  it('are those of the protocol', () => {
    assert.deepEqual(sorted(MANIFEST.settings.keys()), sorted(Object.values(SETTINGS)));
    for (const id of MANIFEST.settings.keys()) assert.ok(id.startsWith(`${SETTINGS_SECTION}.`));
  });

  it('have the defaults of the server', () => {
    const defaults = Object.fromEntries(
      Object.entries(SETTINGS).map(([name, id]) => [name, MANIFEST.settings.get(id)?.default]),
    );
    assert.deepEqual(defaults, { ...DEFAULT_SETTINGS });
  });

  it('offer only values that the server takes', () => {
    const choices = [...MANIFEST.settings].filter(([, { values }]) => values.length > 0);
    assert.ok(choices.length > 0);
    for (const [id, { values, descriptions }] of choices) {
      assert.equal(descriptions.length, values.length, id);
      for (const value of values) {
        const name = id.slice(SETTINGS_SECTION.length + 1);
        const parsed: Readonly<Record<string, unknown>> = { ...parseSettings({ [name]: value }) };
        assert.equal(parsed[name], value, `${id}: ${value}`);
      }
    }
  });

  it('are described, and can differ between folders', () => {
    for (const [id, { description, scope }] of MANIFEST.settings) {
      assert.ok(description.endsWith('.'), id);
      assert.equal(scope, 'resource', id);
    }
  });

  it('of an untrusted workspace say nothing about what is run', () => {
    assert.deepEqual(sorted(MANIFEST.restrictedSettings), sorted(RESTRICTED_SETTINGS));
  });
});

describe('the view of package.json', () => {
  it('is that of the code', () => {
    assert.deepEqual(MANIFEST.viewContainers, [VIEW_CONTAINER]);
    assert.deepEqual(MANIFEST.views, Object.values(VIEWS));
  });

  it('has a welcome for every state that has no rows', () => {
    const states = MANIFEST.welcomes.flatMap(({ when }) => {
      const [, state] = /mypyRatchet\.viewState == (\w+)/.exec(when) ?? [];
      return state === undefined ? [] : [state];
    });
    assert.deepEqual(sorted(states), sorted(VIEW_STATES.filter((state) => state !== 'rows')));
  });

  it('depends on no key and no trait but those of the code', () => {
    const whens = [...menuEntries(), ...MANIFEST.welcomes].map(({ when }) => when);
    const known: ReadonlySet<string> = new Set([
      ...Object.values(CONTEXT_KEYS),
      ...Object.values(VIEWS),
      REPORT_PANEL,
    ]);
    const used = new Set([...whens, ...steps().flatMap(contextEvents)].flatMap(keysIn));
    assert.deepEqual(sorted(used), sorted(known));
    const traits = whens.flatMap((when) => /viewItem =~ \/\\b(\w+)\\b\//.exec(when)?.[1] ?? []);
    assert.deepEqual(sorted(new Set(traits)), sorted(Object.values(NODE_TRAITS)));
  });

  it('shows at most three buttons in a row', () => {
    const inline = MANIFEST.itemMenu.filter(({ group }) => group === 'inline');
    assert.ok(inline.length > 0 && inline.length <= 3);
  });
});

describe('the walkthrough of package.json', () => {
  it('is the one that the code opens, in three to five steps', () => {
    assert.deepEqual(
      MANIFEST.walkthroughs.map(({ id }) => id),
      [WALKTHROUGH],
    );
    assert.ok(steps().length >= 3 && steps().length <= 5);
  });

  it('has in each step a button, and an end that the extension brings about', () => {
    const { isChecking } = CONTEXT_KEYS;
    const commandEvents = COMMAND_IDS.map((command) => [`onCommand:${command}`]);
    const keyEvents = Object.values(CONTEXT_KEYS).map((key) =>
      [`!${isChecking}`, isChecking].map((other) => `onContext:${key} && ${other}`),
    );
    const known = new Set([...commandEvents, ...keyEvents].map(String));
    for (const { id, description, completionEvents, altText } of steps()) {
      // A link with a line to itself is drawn as a button.
      assert.match(description, /^\[[^\]]+\]\(command:[^)]+\)$/m, id);
      assert.ok(known.has(String(completionEvents)), id);
      assert.ok(altText.length > 0, id);
    }
  });

  it('has pictures in the colours of every theme', () => {
    for (const { picture } of steps()) {
      const svg = readFileSync(join(ROOT, picture), 'utf8');
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour);
      for (const colour of colours) assert.match(colour ?? '', /^(none|var\(--vscode-.+\))$/);
      // VS Code's policy for the picture allows no style, and no script.
      assert.doesNotMatch(svg, /style=|<style|<script|href=/);
    }
  });
});

describe('the files of package.json', () => {
  it('exist', () => {
    const pictures = steps().map(({ picture }) => picture);
    for (const file of [...MANIFEST.images, ...pictures])
      assert.ok(existsSync(join(ROOT, file)), file);
  });
});

function steps(): readonly WalkthroughStep[] {
  return MANIFEST.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
}

function contextEvents({ completionEvents }: WalkthroughStep): readonly string[] {
  return completionEvents.filter((event) => event.startsWith('onContext:'));
}

function menuEntries(): readonly MenuEntry[] {
  return [...MANIFEST.palette, ...MANIFEST.titleMenu, ...MANIFEST.itemMenu, ...MANIFEST.editorMenu];
}
