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

/** What is said about the branch into which a change will go; empty strings for nothing. */
export interface NamedTarget {
  /** By the person who runs it. */
  readonly named: string;
  /** By the project's configuration, which the change itself may have edited. */
  readonly configured: string;
}

/**
 * Revisions that may be the branch into which a change will go, the likeliest first. `isNamed`
 * says that somebody named it: then one of them must exist. The service comes before the
 * configuration: otherwise a change could name itself as what it is compared with.
 */
export function listTargets(
  { named, configured }: NamedTarget,
  env: Readonly<Record<string, string | undefined>>,
): { readonly revisions: readonly string[]; readonly isNamed: boolean } {
  if (named !== '') return { revisions: [named, `origin/${named}`], isNamed: true };
  const variable = TARGET_VARIABLES.map((name) => env[name] ?? '').find((value) => value !== '');
  if (variable !== undefined) {
    const branch = variable.replace(/^refs\/heads\//, '');
    return { revisions: [`origin/${branch}`, branch], isNamed: true };
  }
  if (configured === '') return { revisions: USUAL_TARGETS, isNamed: false };
  return { revisions: [configured, `origin/${configured}`], isNamed: true };
}
