/** A property of a value that another team's code made. */
export function propertyOf(value: unknown, name: string): unknown {
  const mayHave = typeof value === 'object' || typeof value === 'function';
  return mayHave && value !== null ? Reflect.get(value, name) : undefined;
}

/** Whether a value has methods of these names. */
export function hasMethods(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof propertyOf(value, name) === 'function');
}

/** The URI that an event names, as text: of a folder, or of one that has a `uri`; null for none. */
export function uriIn(event: unknown, name: string): string | null {
  const value = propertyOf(event, name);
  const uri = propertyOf(value, 'uri') ?? value;
  return propertyOf(uri, 'scheme') === undefined ? null : String(uri);
}
