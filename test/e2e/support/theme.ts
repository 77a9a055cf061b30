/** A theme of VS Code, and the class that its workbench then has. */
export interface Theme {
  readonly name: string;
  readonly className: string;
}

export const THEMES = {
  light: { name: 'Light Modern', className: 'vs' },
  dark: { name: 'Dark Modern', className: 'vs-dark' },
  contrast: { name: 'Dark High Contrast', className: 'hc-black' },
} as const satisfies Readonly<Record<string, Theme>>;
