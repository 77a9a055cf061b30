import assert from 'node:assert/strict';
import { rename, rm, symlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FaultProject } from '../support/faults/fault-project.js';
import { projectPerTest } from '../support/faults/project-per-test.js';
import { copyEnvironment, createEnvironment } from '../support/faults/virtual-environment.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { interpreterOf } from '../support/mypy/interpreters.js';

/** The environment's folder in the folder beside the project. */
const NAME = 'venv';

describe('faults of the environment', function () {
  this.timeout(240_000);
  const open = projectPerTest();
  let place: TemporaryFolder;

  beforeEach(async () => {
    place = await TemporaryFolder.create('environments');
  });
  afterEach(() => place.remove());

  /** A project whose interpreter stands in a folder of the test's own. */
  async function openWith(create: () => Promise<unknown>): Promise<FaultProject> {
    await create();
    return open({ interpreter: place.at(`${NAME}/bin/python`) });
  }

  const linkTo = (version: Parameters<typeof interpreterOf>[0]) =>
    symlink(dirname(dirname(interpreterOf(version))), place.at(NAME));
  const create = () => copyEnvironment(place.at(NAME), interpreterOf('newest'));

  it('says that the interpreter is gone, and finds it when it is back', async () => {
    const opened = await openWith(create);
    await rename(place.at(NAME), place.at('away'));
    await opened.fixAndSave();
    const message = /does not exist.* It is tried again after 2 s\.$/;
    await opened.assertHeld({ kind: 'no-interpreter', message, remedy: 'select-interpreter' });
    await rename(place.at('away'), place.at(NAME));
    await opened.assertFresh();
  });

  it('takes an environment that was made anew in the same place', async () => {
    const opened = await openWith(create);
    await rm(place.at(NAME), { recursive: true });
    await create();
    await opened.fixAndSave();
    await opened.assertFresh();
    assert.equal(opened.client.toasts.length, 0);
  });

  it('says that mypy is gone from the environment, and finds it when it is back', async () => {
    const opened = await openWith(create);
    await rm(place.at(NAME), { recursive: true });
    await createEnvironment(place.at(NAME), interpreterOf('newest'));
    await opened.fixAndSave();
    const message = /has no mypy/;
    await opened.assertHeld({ kind: 'no-interpreter', message, remedy: 'install-mypy' });
    await rm(place.at(NAME), { recursive: true });
    await create();
    await opened.assertRecovers();
  });

  it('writes nothing with another mypy than the one of the baseline', async () => {
    const opened = await openWith(() => linkTo('newest'));
    const { client } = opened;
    await rm(place.at(NAME));
    await linkTo('1.19.1');
    await opened.fixAndSave();
    const differs = await client.until('the difference', () =>
      client.snapshot?.problems.find(({ kind }) => kind === 'environment-differs'),
    );
    assert.match(differs.message, /^The baseline was written with mypy \d.* \(here: 1\.19\.1\)/);
    assert.equal(differs.remedy, 'update-baseline');
    assert.match(client.snapshot?.checker ?? '', /^mypy 1\.19\.1 /);
    await opened.assertFresh();
    await opened.assertBaselineUntouched();

    await rm(place.at(NAME));
    await linkTo('newest');
    await opened.assertRecovers();
    assert.deepEqual(client.snapshot?.problems, []);
  });
});
