/** For an option that may be given again. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
