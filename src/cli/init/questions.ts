import type { Asker } from './asker.js';
import { PRESETS, type Preset } from './pre-commit-hooks.js';

/** The flags of `init`; one that is not given is asked for. */
export interface InitOptions {
  readonly github?: boolean;
  readonly gitlab?: boolean;
  readonly preCommit?: boolean;
  readonly preset?: Preset;
  /** Take the defaults, and add to files that are there, each time below a marker. */
  readonly yes?: true;
  /** Say what would be written, and write nothing. */
  readonly dryRun?: true;
}

/** What the repository itself says about the answers. */
export interface Hints {
  readonly hasGithubFolder: boolean;
  readonly hasGitlabFile: boolean;
  readonly hasPreCommitFile: boolean;
  /** What detect-secrets already knows. */
  readonly hasSecretsBaseline: boolean;
  /** The address of `origin`; null without one. */
  readonly remote: string | null;
}

/** What to set up besides .gitattributes and the configuration. */
export interface InitAnswers {
  readonly github: boolean;
  readonly gitlab: boolean;
  readonly preCommit: boolean;
  readonly preset: Preset;
}

/** Whether a hook of ours asks for a `.secrets.baseline` that is not there. */
export function needsSecretsScan(
  { preCommit, preset }: InitAnswers,
  { hasSecretsBaseline }: Hints,
): boolean {
  return preCommit && preset === 'team' && !hasSecretsBaseline;
}

/** Asks what the flags leave open. The defaults are what the repository already uses. */
export async function askQuestions(
  options: InitOptions,
  hints: Hints,
  asker: Asker,
): Promise<InitAnswers> {
  const confirm = async (given: boolean | undefined, question: string, fallback: boolean) => {
    if (given !== undefined) return given;
    return options.yes === true ? fallback : asker.confirm(question, fallback);
  };
  const github = await confirm(
    options.github,
    'Check pull requests with a GitHub workflow?',
    hints.hasGithubFolder || isAt('github', hints.remote),
  );
  const gitlab = await confirm(
    options.gitlab,
    'Check merge requests with a GitLab job?',
    hints.hasGitlabFile || isAt('gitlab', hints.remote),
  );
  // A preset is nothing without the file that it is for.
  const isImplied = options.preset === undefined ? undefined : true;
  const preCommit = await confirm(
    options.preCommit ?? isImplied,
    'Check commits with pre-commit?',
    hints.hasPreCommitFile,
  );
  return { github, gitlab, preCommit, preset: await choosePreset(options, preCommit, asker) };
}

async function choosePreset(
  { preset, yes }: InitOptions,
  preCommit: boolean,
  asker: Asker,
): Promise<Preset> {
  if (preset !== undefined) return preset;
  if (!preCommit || yes === true) return 'none';
  const question =
    'Add other hooks too? team: black, isort, flake8, bandit, detect-secrets, checks of files';
  return asker.choose(question, PRESETS, 'none');
}

/** `gitlab.example.com` too: many run their own. */
function isAt(service: 'github' | 'gitlab', remote: string | null): boolean {
  return remote !== null && new RegExp(`^[^/]*(//[^/]*)?\\b${service}\\.`, 'i').test(remote);
}
