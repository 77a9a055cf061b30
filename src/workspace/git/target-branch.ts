/** Variables in which continuous integration says where a pull request is to go, and their services. */
const TARGET_VARIABLES = [
  'GITHUB_BASE_REF',
  'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  'BITBUCKET_PR_DESTINATION_BRANCH',
  // Azure Pipelines, with refs/heads/ before it.
  'SYSTEM_PULLREQUEST_TARGETBRANCH',
  // Jenkins, multibranch.
  'CHANGE_TARGET',
  'BUILDKITE_PULL_REQUEST_BASE_BRANCH',
];

/** Branches that teams merge into, where nothing says which one it is. */
const USUAL_TARGETS = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/**
 * Revisions that may be the branch into which a change will go, the likeliest first. `isNamed`
 * says that somebody named it: then one of them must exist.
 *
 * @param named What the person or the configuration says; empty for nothing.
 */
export function listTargets(
  named: string,
  env: Readonly<Record<string, string | undefined>>,
): { readonly revisions: readonly string[]; readonly isNamed: boolean } {
  if (named !== '') return { revisions: [named, `origin/${named}`], isNamed: true };
  const variable = TARGET_VARIABLES.map((name) => env[name] ?? '').find((value) => value !== '');
  if (variable === undefined) return { revisions: USUAL_TARGETS, isNamed: false };
  const branch = variable.replace(/^refs\/heads\//, '');
  return { revisions: [`origin/${branch}`, branch], isNamed: true };
}
