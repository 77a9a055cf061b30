import type { FilePlan } from './file-plan.js';
import { installCommand } from './install-command.js';
import type { SetUp } from './set-up.js';
import { yamlScalar } from './yaml-scalar.js';

const PATH = '.github/workflows/mypy-ratchet.yml';
const ACTION = 'mypy-ratchet/mypy-ratchet';

/** A workflow of its own, so that nobody's workflow has to be edited. */
export function planGithubWorkflow(present: string | null, setUp: SetUp): FilePlan {
  if (present === null) return { kind: 'create', path: PATH, content: workflow(setUp) };
  return present.includes(`uses: ${ACTION}`)
    ? { kind: 'unchanged', path: PATH }
    : { kind: 'conflict', path: PATH, why: `it does something else than use ${ACTION}` };
}

function workflow(setUp: SetUp): string {
  const { project, defaultBranch, python } = setUp;
  const install = yamlScalar(installCommand(setUp));
  const place = project === '' ? '' : `        working-directory: ${yamlScalar(project)}\n`;
  const input = project === '' ? '' : `        with:\n          project: ${yamlScalar(project)}\n`;
  return `name: mypy-ratchet

on:
  push:
    branches:
      - ${yamlScalar(defaultBranch)}
  pull_request:

permissions:
  contents: read
  # For the comment on the pull request.
  pull-requests: write

jobs:
  mypy-ratchet:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          # All of the history: the baseline is compared with that of the merge base.
          fetch-depth: 0
      - uses: actions/setup-python@v7
        with:
          # The Python that wrote the baseline; another one finds other errors.
          python-version: ${yamlScalar(python)}
      - run: ${install}
${place}      - uses: ${ACTION}@v0
${input}`;
}
