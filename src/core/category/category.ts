export type Priority = 'high' | 'medium' | 'low';

/** Stable names of the categories; they appear in settings and machine-readable reports. */
export type CategoryId =
  | 'syntax'
  | 'incompatible-types'
  | 'optional'
  | 'incompatible-defaults'
  | 'attribute-access'
  | 'call-signature'
  | 'overrides'
  | 'invalid-base-class'
  | 'returns'
  | 'missing-annotations'
  | 'any-leaks'
  | 'imports'
  | 'unreachable'
  | 'unused-ignores'
  | 'other';

/** A group of error codes that one kind of work clears. */
export interface Category {
  readonly id: CategoryId;
  readonly priority: Priority;
}
