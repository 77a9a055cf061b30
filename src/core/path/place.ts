/** A path in the separators of any platform, `/`-separated. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/**
 * A file or folder as a person writes it, as paths of errors are written: `/`-separated, without
 * `./` before it and without slashes after it.
 */
export function toPlace(word: string): string {
  return toSlashes(word).replace(/^\.\/|\/+$/g, '');
}
