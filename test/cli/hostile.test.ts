import assert from 'node:assert/strict';
import { CliProject } from '../support/cli/cli-project.js';

const ESC = '\u001b';
/** Red, a cleared screen, a new title, a hidden link, and what reverses the order of letters. */
const TERMINAL = `${ESC}[31m${ESC}[2J${ESC}]0;pwned\u0007${ESC}]8;;https://evil.example${ESC}\\\u009b31m\u202e\u0000\b`;
const MARKUP = `</script><script>alert(1)</script> ]]> &<b> "'\` | [x](javascript:y) @everyone`;
const COMMANDS = '::error::pwned%0A::set-output name=x::y ##[error]z';

const FORMATS = ['text', 'json', 'github', 'markdown', 'sarif', 'gitlab', 'junit', 'html'] as const;

/** C0 but for tab and line ends, DEL and C1: what a terminal obeys. */
const OBEYED = /(?![\t\r\n])\p{Cc}/u;

describe('hostile output and sources', () => {
  let project: CliProject;

  beforeEach(async () => {
    project = await CliProject.create({ 'mypy.ini': '[mypy]\n', 'ok.py': 'x: int = "a"\n' });
    await project.commitBaseline();
    await project.folder.write('evil.py', `x = 1  # ${MARKUP} ${TERMINAL} ${COMMANDS}\n`);
  });
  afterEach(() => project.remove());

  it('obeys nothing of it in any format, read as JSON', async () => {
    for (const format of FORMATS) await assertTame(format, json);
  });

  it('obeys nothing of it in any format, read as text', async () => {
    for (const format of FORMATS) await assertTame(format, text);
  });

  it('writes only its own colours where colours are asked for', async () => {
    const { stdout } = await run(['check'], json, { FORCE_COLOR: '1' });
    assert.ok(stdout.includes(`${ESC}[31m`), 'the colours of our own');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of styleText.
    assert.doesNotMatch(stdout.replace(/\u001b\[(?:1|2|22|31|32|33|39)m/g, ''), OBEYED);
    assert.ok(!stdout.includes(`${ESC}[31m${ESC}[2J`));
  });

  it('shows the commands of a CI service as text, not as a line of their own', async () => {
    for (const format of ['text', 'github', 'markdown', 'gitlab', 'junit', 'sarif'] as const) {
      const { stdout } = await run(['check', '--format', format], json);
      assert.doesNotMatch(stdout, /^\s*(?:::error::pwned|::set-output|##\[error\])/m, format);
    }
  });

  it('reads no source outside the project', async () => {
    await project.folder.write('../secret.py', 'PASSWORD = "hunter2"\n');
    const lines = ['../secret.py', '/etc/passwd', 'a/../../secret.py', '..\\secret.py'].map(
      (file) => message({ file, message: 'outside' }),
    );
    for (const format of FORMATS) {
      const { status, stdout } = await run(['check', '--format', format], lines.join(''));
      assert.equal(status, 1, format);
      assert.doesNotMatch(stdout, /hunter2|root:x:/, format);
    }
  });

  it('explains and compares without obeying it', async () => {
    for (const command of [
      ['explain', 'evil.py:1'],
      ['diff', 'HEAD'],
      ['report', '-f', 'text'],
    ]) {
      const { status, stdout, stderr } = await run(command, json);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /pwned/, command[0]);
      assert.doesNotMatch(`${stdout}${stderr}`, OBEYED, command[0]);
    }
  });

  it('does not obey a word of the command line that it repeats', async () => {
    for (const command of ['explain', 'diff']) {
      const { status, stderr } = await run([command, `${ESC}[31mno.py`], json);
      assert.equal(status, 2, stderr);
      assert.doesNotMatch(stderr, OBEYED, command);
    }
  });

  it('fails on an output whose last line is cut', async () => {
    for (const cut of [json.slice(0, -1), json.slice(0, -20), text.slice(0, -1)]) {
      const { status, stdout, stderr } = await run(['check'], cut);
      assert.equal(status, 2, stdout);
      assert.match(stderr, /\S/);
      assert.doesNotMatch(stderr, OBEYED);
    }
  });

  const words = `${MARKUP} ${TERMINAL} ${COMMANDS}`;
  const json = message({ file: 'evil.py', message: `bad\n${COMMANDS}\n${words}` });
  const text = [
    `evil.py:1:1: error: bad ${words}  [misc]`,
    `evil.py:1:1: note: ${words}`,
    'Found 1 error in 1 file (checked 2 source files)',
    '',
  ].join('\n');

  async function assertTame(format: string, output: string): Promise<void> {
    const { status, stdout, stderr } = await run(['check', '--format', format], output);
    assert.equal(status, 1, `${format}: ${stderr}`);
    assert.match(stdout, /pwned/, format);
    assert.doesNotMatch(stdout, OBEYED, format);
    assert.doesNotMatch(stderr, OBEYED, format);
    // In Markdown it stands in a code span, which markdown.test.ts takes apart.
    if (format === 'html') assert.doesNotMatch(stdout, /<script>alert/i, format);
  }

  async function run(
    args: readonly string[],
    output: string,
    env: Readonly<Record<string, string>> = {},
  ) {
    return project.run([...args, '--from-output', '-'], { input: output, env });
  }
});

function message(parts: { readonly file: string; readonly message: string }): string {
  const place = { line: 1, column: 0, end_line: 1, end_column: 1 };
  return `${JSON.stringify({ ...parts, ...place, hint: null, code: 'misc', severity: 'error' })}\n`;
}
