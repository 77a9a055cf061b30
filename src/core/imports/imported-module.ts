/** One `import` of a Python file. */
export interface ImportedModule {
  /** Dots before the name: 0 for an absolute import, 1 for the file's own package. */
  readonly level: number;
  /** `a.b`; empty for `from . import x`. */
  readonly module: string;
  /** What is taken out of it, by its own name; empty for a plain `import`. */
  readonly names: readonly string[];
}

/** `import a.b as c, d` or `from ..p import (x as y, z)`, on one line or several, comments and all. */
export function parseImport(statement: string): readonly ImportedModule[] {
  const text = statement.replace(/#[^\n]*/g, '').replace(/[\\()\s]+/g, ' ');
  const from = /^from ?(?<dots>[. ]*)(?<module>[^ ]*?) ?import (?<names>.*)$/.exec(text)?.groups;
  if (from !== undefined) {
    const { dots = '', module = '', names = '' } = from;
    return [{ level: dots.replaceAll(' ', '').length, module, names: namesIn(names) }];
  }
  return namesIn(text.replace(/^import /, '')).map((module) => ({ level: 0, module, names: [] }));
}

/** `x as y, z` without the names that things get. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((part) => part.trim().split(' ')[0] ?? '')
    .filter((name) => name !== '');
}
