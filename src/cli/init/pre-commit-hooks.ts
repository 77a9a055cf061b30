import { inRepository, type SetUp } from './set-up.js';

/** A repository in `.pre-commit-config.yaml`, with pre-commit's own words. */
export interface HookRepository {
  readonly repo: string;
  readonly rev: string;
  readonly hooks: readonly Hook[];
}

export interface Hook {
  readonly id: string;
  readonly args?: readonly string[];
  /** A regular expression of Python's. */
  readonly exclude?: string;
}

/** Which hooks come with ours: `team` formats, lints and looks for secrets; `none` adds no other. */
export type Preset = (typeof PRESETS)[number];

export const PRESETS = ['none', 'team'] as const;

const LINE_LENGTH = 120;

/**
 * The hooks of a preset, ours last: it is the slowest, and it should see what others rewrote.
 *
 * @param rev The tag of our own release.
 */
export function hooksOf(
  preset: Preset,
  setUp: Pick<SetUp, 'project' | 'baseline'>,
  rev: string,
): readonly HookRepository[] {
  const ours = ourHook(setUp, rev);
  return preset === 'team' ? [...teamHooks(setUp), ours] : [ours];
}

function ourHook({ project }: Pick<SetUp, 'project'>, rev: string): HookRepository {
  const hook = { id: 'mypy-ratchet' };
  return {
    repo: 'https://github.com/mypy-ratchet/mypy-ratchet',
    rev,
    hooks: [project === '' ? hook : { ...hook, args: [`--project=${project}`] }],
  };
}

/** The releases are those of 2026-11-24; `pre-commit autoupdate` moves them. */
function teamHooks(setUp: Pick<SetUp, 'project' | 'baseline'>): readonly HookRepository[] {
  const exclude = baselinePattern(setUp);
  return [
    {
      repo: 'https://github.com/pre-commit/pre-commit-hooks',
      rev: 'v6.0.0',
      hooks: [
        { id: 'check-yaml' },
        { id: 'check-json' },
        { id: 'trailing-whitespace', exclude },
        { id: 'end-of-file-fixer', exclude },
        { id: 'check-merge-conflict' },
        { id: 'debug-statements' },
      ],
    },
    {
      repo: 'https://github.com/psf/black-pre-commit-mirror',
      rev: '26.10.1',
      hooks: [{ id: 'black', args: [`--line-length=${LINE_LENGTH}`] }],
    },
    {
      repo: 'https://github.com/PyCQA/isort',
      rev: '9.0.2',
      hooks: [{ id: 'isort', args: ['--profile=black', `--line-length=${LINE_LENGTH}`] }],
    },
    {
      repo: 'https://github.com/PyCQA/flake8',
      rev: '7.5.0',
      // E203 and E701 are what black writes (its documentation, "Using Black with other tools").
      hooks: [
        { id: 'flake8', args: [`--max-line-length=${LINE_LENGTH}`, '--extend-ignore=E203,E701'] },
      ],
    },
    {
      repo: 'https://github.com/PyCQA/bandit',
      rev: '1.9.4',
      // Bandit 1.9 knows no severity above high.
      hooks: [{ id: 'bandit', args: ['--severity-level=high'] }],
    },
    {
      repo: 'https://github.com/Yelp/detect-secrets',
      rev: 'v1.5.0',
      hooks: [{ id: 'detect-secrets', args: ['--baseline', '.secrets.baseline'], exclude }],
    },
  ];
}

/**
 * Matches the baseline alone. It quotes source lines: what looks like a secret there is one in the
 * source, and a byte that a hook changes is an entry that matches no error.
 */
function baselinePattern(setUp: Pick<SetUp, 'project' | 'baseline'>): string {
  const path = inRepository(setUp, setUp.baseline);
  return `^${path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;
}
