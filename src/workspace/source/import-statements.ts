import { parser } from '@lezer/python';
import { type ImportedModule, parseImport } from '../../core/imports/imported-module.js';

/** Everything that a Python file imports, also within functions and conditions. */
export function listImports(text: string): readonly ImportedModule[] {
  const imports: ImportedModule[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'ImportStatement') imports.push(...parseImport(text.slice(from, to)));
      // Nothing that can hold a statement lies below one of these.
      return name !== 'ImportStatement' && !name.endsWith('Expression');
    },
  });
  return imports;
}
