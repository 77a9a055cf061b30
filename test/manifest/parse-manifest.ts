import assert from 'node:assert/strict';

/** The parts of package.json that the code must agree with. */
export interface Manifest {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category: string;
  }[];
  readonly settings: ReadonlyMap<string, SettingSchema>;
  readonly restrictedSettings: readonly string[];
  readonly viewContainers: readonly string[];
  readonly views: readonly string[];
  readonly welcomes: readonly { readonly contents: string; readonly when: string }[];
  readonly walkthroughs: readonly Walkthrough[];
  readonly palette: readonly MenuEntry[];
  readonly titleMenu: readonly MenuEntry[];
  readonly itemMenu: readonly MenuEntry[];
  /** Beside the tabs of editors and panels. */
  readonly editorMenu: readonly MenuEntry[];
  readonly agentTools: readonly ToolSchema[];
  /** Paths of the images, relative to the root. */
  readonly images: readonly string[];
}

export interface SettingSchema {
  readonly default: unknown;
  readonly scope: string;
  readonly description: string;
  /** Empty where any value is allowed. */
  readonly values: readonly string[];
  readonly descriptions: readonly string[];
}

export interface Walkthrough {
  readonly id: string;
  readonly steps: readonly WalkthroughStep[];
}

export interface WalkthroughStep {
  readonly id: string;
  readonly description: string;
  /** `onContext:KEY`, `onCommand:ID`, … */
  readonly completionEvents: readonly string[];
  /** Path of the picture, relative to the root. */
  readonly picture: string;
  readonly altText: string;
}

export interface ToolSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: unknown;
}

export interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

/** Reads package.json, and fails on whatever is not where it belongs. */
export function parseManifest(json: unknown): Manifest {
  const contributes = recordIn(json, 'contributes');
  const menus = recordIn(contributes, 'menus');
  const containers = listIn(recordIn(contributes, 'viewsContainers'), 'activitybar');
  const views = Object.values(recordIn(contributes, 'views')).flatMap(toList);
  return {
    commands: listIn(contributes, 'commands').map((command) => ({
      command: textIn(command, 'command'),
      title: textIn(command, 'title'),
      category: textIn(command, 'category'),
    })),
    settings: new Map(
      Object.entries(recordIn(recordIn(contributes, 'configuration'), 'properties')).map(
        ([id, schema]) => [id, parseSetting(schema)],
      ),
    ),
    restrictedSettings: listIn(
      recordIn(recordIn(json, 'capabilities'), 'untrustedWorkspaces'),
      'restrictedConfigurations',
    ).map(String),
    viewContainers: containers.map((container) => textIn(container, 'id')),
    views: views.map((view) => textIn(view, 'id')),
    welcomes: listIn(contributes, 'viewsWelcome').map((welcome) => ({
      contents: textIn(welcome, 'contents'),
      when: textIn(welcome, 'when'),
    })),
    walkthroughs: listIn(contributes, 'walkthroughs').map(parseWalkthrough),
    palette: listIn(menus, 'commandPalette').map(parseMenuEntry),
    titleMenu: listIn(menus, 'view/title').map(parseMenuEntry),
    itemMenu: listIn(menus, 'view/item/context').map(parseMenuEntry),
    editorMenu: listIn(menus, 'editor/title').map(parseMenuEntry),
    agentTools: listIn(contributes, 'languageModelTools').map((tool) => ({
      name: textIn(tool, 'name'),
      title: textIn(tool, 'displayName'),
      description: textIn(tool, 'modelDescription'),
      inputSchema: recordIn(tool, 'inputSchema'),
    })),
    images: [json, ...containers, ...views].map((owner) => textIn(owner, 'icon')),
  };
}

function parseSetting(schema: unknown): SettingSchema {
  const { enum: values, markdownEnumDescriptions: descriptions, ...rest } = toRecord(schema);
  return {
    default: rest['default'],
    scope: textIn(schema, 'scope'),
    description: textIn(schema, 'markdownDescription'),
    values: values === undefined ? [] : toList(values).map(String),
    descriptions: descriptions === undefined ? [] : toList(descriptions).map(String),
  };
}

function parseWalkthrough(walkthrough: unknown): Walkthrough {
  const steps = listIn(walkthrough, 'steps').map((step): WalkthroughStep => {
    const media = recordIn(step, 'media');
    return {
      id: textIn(step, 'id'),
      description: textIn(step, 'description'),
      completionEvents: listIn(step, 'completionEvents').map(String),
      picture: textIn(media, 'svg'),
      altText: textIn(media, 'altText'),
    };
  });
  return { id: textIn(walkthrough, 'id'), steps };
}

function parseMenuEntry(entry: unknown): MenuEntry {
  const { group } = toRecord(entry);
  return {
    command: textIn(entry, 'command'),
    when: textIn(entry, 'when'),
    group: typeof group === 'string' ? group : '',
  };
}

function recordIn(owner: unknown, name: string): Readonly<Record<string, unknown>> {
  return toRecord(toRecord(owner)[name], name);
}

function listIn(owner: unknown, name: string): readonly unknown[] {
  return toList(toRecord(owner)[name]);
}

function textIn(owner: unknown, name: string): string {
  const value = toRecord(owner)[name];
  assert.ok(typeof value === 'string', `${name} of ${JSON.stringify(owner)}`);
  return value;
}

function toRecord(value: unknown, name = 'value'): Readonly<Record<string, unknown>> {
  assert.ok(typeof value === 'object' && value !== null, name);
  return Object.fromEntries(Object.entries(value));
}

function toList(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value), JSON.stringify(value));
  return value;
}
