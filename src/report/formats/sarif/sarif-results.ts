/**
 * What a SARIF log holds: `new` errors only, or `all`: those of the baseline and the fixed ones too,
 * told apart by their `baselineState`. GitHub's code scanning does not read that property, nor
 * `suppressions`: it opens an alert for each result.
 */
export const SARIF_RESULTS = ['all', 'new'] as const;

export type SarifResults = (typeof SARIF_RESULTS)[number];
