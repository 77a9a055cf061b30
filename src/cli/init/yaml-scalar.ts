import { stringify } from 'yaml';

/** A text as YAML on one line, quoted only where it has to be, so that no name can break out. */
export function yamlScalar(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).replace(/\n$/, '');
}
