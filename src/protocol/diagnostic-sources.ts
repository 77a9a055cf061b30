/** The sources by which the Problems panel can be filtered. */
export const NEW_SOURCE = 'mypy';
export const BASELINE_SOURCE = 'mypy-baseline';
