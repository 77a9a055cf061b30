/** One colour by its meaning, with the theme colours of VS Code that it takes in a webview. */
interface Colour {
  readonly name: string;
  /** The first one that the theme has counts. */
  readonly themed: readonly string[];
  readonly light: string;
  readonly dark: string;
}

/** Text and tones keep a contrast of 4.5 to 1 (WCAG AA) on the page, on a card and on their tint. */
const COLOURS: readonly Colour[] = [
  { name: 'page', themed: ['editor-background'], light: '#f6f7f9', dark: '#12151a' },
  { name: 'card', themed: ['editor-background'], light: '#ffffff', dark: '#1a1e25' },
  { name: 'text', themed: ['editor-foreground'], light: '#1a1f29', dark: '#e6e9ee' },
  { name: 'quiet', themed: ['descriptionForeground'], light: '#566173', dark: '#9aa5b4' },
  { name: 'edge', themed: ['panel-border', 'contrastBorder'], light: '#dde2e9', dark: '#2c333d' },
  { name: 'link', themed: ['textLink-foreground'], light: '#1f56c4', dark: '#8db4ff' },
  { name: 'focus', themed: ['focusBorder'], light: '#1f56c4', dark: '#8db4ff' },
  { name: 'bad', themed: ['errorForeground'], light: '#b3241b', dark: '#ff938a' },
  { name: 'good', themed: ['testing-iconPassed'], light: '#10692f', dark: '#62d491' },
  { name: 'caution', themed: ['editorWarning-foreground'], light: '#815200', dark: '#ebb954' },
];

/** Custom properties for every colour: the theme's, or the light or dark one. Paper is light. */
export const PALETTE = `
:root { color-scheme: light dark; ${COLOURS.map(asProperty).join(' ')} ${defaults('light')} }
@media (prefers-color-scheme: dark) { :root { ${defaults('dark')} } }
@media print { :root { color-scheme: light; ${defaults('light')} } }
`;

/** CSS with the colours of paper in place of the custom properties, for readers that know none. */
export function inColours(css: string): string {
  return COLOURS.reduce((text, { name, light }) => text.replaceAll(`var(--${name})`, light), css);
}

function asProperty({ name, themed }: Colour): string {
  const value = themed.reduceRight(
    (fallback, key) => `var(--vscode-${key}, ${fallback})`,
    `var(--default-${name})`,
  );
  return `--${name}: ${value};`;
}

function defaults(scheme: 'light' | 'dark'): string {
  return COLOURS.map((colour) => `--default-${colour.name}: ${colour[scheme]};`).join(' ');
}
