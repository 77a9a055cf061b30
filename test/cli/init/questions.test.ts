import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { SILENT_ASKER } from '../../../src/cli/init/asker.js';
import { askQuestions, type Hints } from '../../../src/cli/init/questions.js';
import { NoAnswerError, terminalAsker } from '../../../src/cli/init/terminal-asker.js';
import { ScriptedAsker } from '../../support/init/scripted-asker.js';

const NOTHING: Hints = {
  hasGithubFolder: false,
  hasGitlabFile: false,
  hasPreCommitFile: false,
  hasSecretsBaseline: false,
  remote: null,
};
const NONE = { github: false, gitlab: false, preCommit: false, preset: 'none' };
const ALL = { github: true, gitlab: true, preCommit: true, preset: 'team' };

describe('the questions of init', () => {
  it('asks for all that no flag answers', async () => {
    const asker = new ScriptedAsker(true);
    assert.deepEqual(await askQuestions({}, NOTHING, asker), ALL);
    assert.equal(asker.asked.length, 4);
    const modest = new ScriptedAsker(false);
    assert.deepEqual(await askQuestions({}, NOTHING, modest), NONE);
    assert.equal(modest.asked.length, 3, 'no preset without pre-commit');
  });

  it('asks nothing that a flag answers', async () => {
    const asker = new ScriptedAsker(false);
    const answers = await askQuestions(
      { github: true, gitlab: false, preset: 'team' },
      NOTHING,
      asker,
    );
    assert.deepEqual(answers, { ...ALL, gitlab: false });
    assert.deepEqual(asker.asked, []);
  });

  it('takes what the repository already uses for --yes and where nobody can be asked', async () => {
    const asker = new ScriptedAsker(false);
    const used = { ...NOTHING, hasGithubFolder: true, hasPreCommitFile: true };
    const expected = { ...NONE, github: true, preCommit: true };
    assert.deepEqual(await askQuestions({ yes: true }, used, asker), expected);
    assert.deepEqual(asker.asked, []);
    assert.deepEqual(await askQuestions({}, used, SILENT_ASKER), expected);
  });

  for (const [remote, github, gitlab] of [
    ['git@github.com:team/project.git', true, false],
    ['https://user@gitlab.example.com/team/github.git', false, true],
    ['https://example.com/gitlab.com/x', false, false],
    ['/srv/git/project', false, false],
  ] as const) {
    it(`knows the service of ${remote}`, async () => {
      const answers = await askQuestions({ yes: true }, { ...NOTHING, remote }, SILENT_ASKER);
      assert.deepEqual(answers, { ...NONE, github, gitlab });
    });
  }
});

describe('asking at a terminal', () => {
  function streams(isTTY: boolean) {
    const input = Object.assign(new PassThrough(), { isTTY });
    return { input, output: new PassThrough() };
  }

  it('asks nothing when stdin is no terminal', async () => {
    const { input, output } = streams(false);
    input.write('y\n');
    const asker = terminalAsker({ input, output });
    assert.equal(await asker.confirm('Really?', false), false);
    assert.equal(await asker.choose('Which?', ['a', 'b'], 'b'), 'b');
    assert.equal(output.read(), null);
  });

  it('asks again until it understands, and Enter takes the default', async () => {
    const { input, output } = streams(true);
    const asker = terminalAsker({ input, output });
    const confirmed = asker.confirm('Really?', true);
    input.write('perhaps\n');
    input.write(' NO \n');
    assert.equal(await confirmed, false);
    assert.equal(String(output.read()).split('Really? [Y/n]').length, 3);
    const chosen = asker.choose('Which?', ['none', 'team'], 'none');
    input.write('Team\n');
    assert.equal(await chosen, 'team');
    assert.match(String(output.read()), /\[none\] \/ team/);
    const taken = asker.confirm('Really?', true);
    input.write('\n');
    assert.equal(await taken, true);
  });

  it('takes the end of the input for no answer', async () => {
    const { input, output } = streams(true);
    const confirmed = terminalAsker({ input, output }).confirm('Really?', true);
    input.end();
    await assert.rejects(confirmed, NoAnswerError);
  });
});
