import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..', '..');
const WORKFLOWS = join(ROOT, '.github', 'workflows');
const FORMS = join(ROOT, '.github', 'ISSUE_TEMPLATE');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly env?: unknown;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function workflow(name: string): Workflow {
  return parse(read(WORKFLOWS, name));
}

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(read(ROOT, 'package.json')).scripts;

describe('the workflows', () => {
  const names = readdirSync(WORKFLOWS);

  it('start from no more than reading, and say what more a job needs', () => {
    for (const name of names) {
      const { permissions } = workflow(name);
      assert.ok(permissions !== undefined, name);
      assert.ok(!Object.values(permissions).includes('write'), name);
    }
    const { jobs } = workflow('release.yml');
    const writing = Object.entries(jobs).map(([job, { permissions = {} }]) => [
      job,
      Object.keys(permissions).filter((scope) => permissions[scope] === 'write'),
    ]);
    assert.deepEqual(Object.fromEntries(writing), {
      test: [],
      tag: ['contents'],
      package: ['id-token', 'attestations'],
      marketplace: [],
      'open-vsx': [],
      github: ['contents'],
    });
  });

  it('give a secret to the one command that needs it, and print none', () => {
    for (const name of names) {
      const { jobs } = workflow(name);
      for (const [job, { steps = [], env }] of Object.entries(jobs)) {
        assert.doesNotMatch(JSON.stringify(env ?? {}), /secrets\./, `${name} ${job}`);
        for (const { run = '', with: inputs = {} } of steps) {
          assert.doesNotMatch(`${run}${JSON.stringify(inputs)}`, /secrets\./, `${name} ${job}`);
          assert.doesNotMatch(run, /_PAT\b|GH_TOKEN/, `${name} ${job}`);
        }
      }
    }
  });

  it('publish the very package that was attested', () => {
    const { jobs } = workflow('release.yml');
    const usesOf = (job: string) => (jobs[job]?.steps ?? []).map(({ uses = '' }) => uses);
    assert.ok(
      usesOf('package').some((uses) => uses.startsWith('actions/attest-build-provenance@')),
    );
    for (const job of ['marketplace', 'open-vsx', 'github']) {
      assert.ok(
        usesOf(job).some((uses) => uses.startsWith('actions/download-artifact@')),
        job,
      );
    }
  });

  it('use a version of every action, and scripts that are there', () => {
    const jobs = names.flatMap((name) => Object.values(workflow(name).jobs));
    for (const { uses } of jobs) if (uses !== undefined) assert.ok(existsSync(join(ROOT, uses)));
    const steps = jobs.flatMap((job) => job.steps ?? []);
    for (const { uses } of steps) {
      if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@v\d+$/);
    }
    const scripts = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:-]+)/g)]);
    for (const [, script = ''] of scripts) assert.ok(script in SCRIPTS, script);
  });
});

describe('the issue forms', () => {
  it('ask for something, each thing once', () => {
    const forms = readdirSync(FORMS).filter((name) => name !== 'config.yml');
    assert.ok(forms.length >= 3);
    for (const name of forms) {
      const form = parse(read(FORMS, name));
      assert.ok(form.name.length > 0 && form.description.length > 0, name);
      const ids: readonly string[] = form.body.map(({ id }: { id: string }) => id);
      assert.equal(new Set(ids).size, ids.length, name);
      for (const { type, attributes } of form.body) {
        assert.match(type, /^(?:textarea|input|dropdown)$/, name);
        assert.ok(attributes.label.length > 0, name);
      }
    }
  });
});

describe('the launch configurations', () => {
  const launch = JSON.parse(read(join(ROOT, '.vscode'), 'launch.json'));
  const tasks = JSON.parse(read(join(ROOT, '.vscode'), 'tasks.json'));

  it('start programs and tasks that are there', () => {
    const labels = new Set(tasks.tasks.map(({ label }: { label: string }) => label));
    for (const { name, program, preLaunchTask } of launch.configurations) {
      const path = String(program ?? '').replace(/^\$\{workspaceFolder\}\/?/, '');
      // Bundles are made by the task that comes before.
      if (!path.startsWith('dist/')) assert.ok(existsSync(join(ROOT, path)), name);
      if (preLaunchTask !== undefined) assert.ok(labels.has(preLaunchTask), name);
    }
    for (const { dependsOn = [] } of tasks.tasks) {
      for (const label of dependsOn) assert.ok(labels.has(label), label);
    }
  });

  it('attach to the port on which the server listens', () => {
    const { port } = launch.configurations.find(
      ({ request }: { request: string }) => request === 'attach',
    );
    const client = read(join(ROOT, 'src', 'client'), 'language-client.ts');
    assert.ok(client.includes(`--inspect=${port}`));
  });
});
