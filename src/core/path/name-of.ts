/** The last part of a path, with the separators of any platform. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
