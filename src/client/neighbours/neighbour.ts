/** Another extension that runs mypy and shows what it finds. */
export interface Neighbour {
  /** `publisher.name`, as the Marketplace knows it. */
  readonly extension: string;
  readonly name: string;
  /** The section of its settings. */
  readonly section: 'mypy-type-checker' | 'mypy';
  /** What its diagnostics name as their source. */
  readonly source: string;
}

export const NEIGHBOURS: readonly Neighbour[] = [
  {
    extension: 'ms-python.mypy-type-checker',
    name: 'Mypy Type Checker',
    section: 'mypy-type-checker',
    source: 'Mypy',
  },
  { extension: 'matangover.mypy', name: 'Mypy (Matan Gover)', section: 'mypy', source: 'mypy' },
];

/** Settings of a neighbour that decide whether it shows anything. */
export interface NeighbourSwitches {
  /** `mypy.enabled`. */
  readonly enabled: boolean;
  /** `mypy-type-checker.ignorePatterns`. */
  readonly ignorePatterns: readonly string[];
  /** `mypy-type-checker.reportingScope`. */
  readonly reportingScope: string;
}

/** Everything, as `ignorePatterns` matches it. */
export const EVERY_FILE = '**';

/** Whether its settings let a neighbour show errors. */
export function showsErrors({ section }: Neighbour, switches: NeighbourSwitches): boolean {
  if (section === 'mypy') return switches.enabled;
  // The patterns are held against the files that are opened, which other scopes do not ask about.
  return !(switches.reportingScope === 'file' && switches.ignorePatterns.includes(EVERY_FILE));
}

/** What makes a neighbour silent in this workspace. */
export type Silencer =
  | { readonly kind: 'setting'; readonly id: string; readonly value: boolean | readonly string[] }
  /** It has no setting for that: a person has to disable it in the Extensions view. */
  | { readonly kind: 'disable' };

export function findSilencer({ section }: Neighbour, switches: NeighbourSwitches): Silencer {
  if (section === 'mypy') return { kind: 'setting', id: 'mypy.enabled', value: false };
  if (switches.reportingScope !== 'file') return { kind: 'disable' };
  const value = [...switches.ignorePatterns, EVERY_FILE];
  return { kind: 'setting', id: 'mypy-type-checker.ignorePatterns', value };
}
