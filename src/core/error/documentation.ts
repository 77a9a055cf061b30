/** Where mypy explains an error code: its documentation has an anchor for each, whatever the page. */
export function documentationOf(code: string): string {
  return `https://mypy.readthedocs.io/en/stable/_refs.html#code-${encodeURIComponent(code)}`;
}
