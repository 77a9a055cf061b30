import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { applyEdits, joinEdits } from '../../src/core/fix/apply-edits.js';
import type { FixKind } from '../../src/core/fix/fix.js';
import {
  FixChoicesRequest,
  type FixProposal,
  ProveFixesRequest,
  VerifyFixesRequest,
} from '../../src/protocol/fix-messages.js';
import { TemporaryFolder } from '../support/files/temporary-folder.js';
import { LanguageClient } from '../support/server/language-client.js';

const APP = [
  'def start():',
  '    print("é")',
  '',
  '',
  'class Pool:',
  '    def open(self): self.items = {}',
  '',
  '',
  'def scale(value: int, by: int = None) -> str:',
  '    print(by)',
  '    return value  # noqa',
  '',
].join('\n');

describe('the language server fixes errors', function () {
  this.timeout(240_000);
  let folder: TemporaryFolder;
  let storage: TemporaryFolder;
  let client: LanguageClient;

  before(async () => {
    folder = await TemporaryFolder.create();
    storage = await TemporaryFolder.create();
    await folder.writeAll({ 'mypy.ini': '[mypy]\nstrict = True\n', 'app.py': APP });
    client = await LanguageClient.open(folder, storage);
  });
  after(async () => {
    await client.stop();
    await folder.remove();
    await storage.remove();
  });

  const diagnosticOn = (line: number): Diagnostic => {
    const found = client.of('app.py').find(({ range }) => range.start.line === line);
    assert.ok(found, `no diagnostic on line ${line}`);
    return found;
  };
  const actionsOn = (line: number) => client.codeActions('app.py', diagnosticOn(line));
  const prove = async (fix: FixKind): Promise<FixProposal> => {
    const scope = { kind: 'all' } as const;
    const { project } = client;
    const proposal = await client.request(ProveFixesRequest, { project, scope, fix });
    assert.ok(proposal.kind === 'proposal', JSON.stringify(proposal));
    return proposal;
  };

  it('one by one, and prefers what does not silence', async () => {
    const named = async (line: number) =>
      (await actionsOn(line)).map(({ title, isPreferred }) => [title, isPreferred === true]);
    assert.deepEqual(await named(0), [
      ['Add "-> None"', true],
      ['Add "# type: ignore[no-untyped-def]"', false],
    ]);
    assert.deepEqual(await named(8), [
      ['Change the type to "int | None"', false],
      ['Add "# type: ignore[assignment]"', false],
    ]);
    assert.deepEqual(await named(10), [['Add "# type: ignore[return-value]"', false]]);
  });

  it('with edits that leave another comment where it is', async () => {
    const [action] = await actionsOn(10);
    const lines = applyTo(APP, action, client.uriOf('app.py')).split('\n');
    assert.equal(lines[10], '    return value  # type: ignore[return-value]  # noqa');
  });

  it('where they are in a file that is not saved', async () => {
    await client.didOpen('app.py', `import sys\n\n${APP}`);
    const [action] = await actionsOn(0);
    const edits = action?.edit?.changes?.[client.uriOf('app.py')];
    assert.equal(edits?.[0]?.range.start.line, 2);
    await client.didClose('app.py');
    await client.didOpen('app.py', APP.replace('def start', 'def begin'));
    assert.deepEqual(await actionsOn(0), [], 'of a line that reads differently nothing is known');
    await client.didClose('app.py');
  });

  it('many at once: says what there is', async () => {
    const scope = { kind: 'all' } as const;
    const answer = await client.request(FixChoicesRequest, { project: client.project, scope });
    assert.deepEqual(answer, {
      kind: 'choices',
      errors: 4,
      choices: [
        { kind: 'return-none', fixes: 2, errors: 2 },
        { kind: 'optional', fixes: 1, errors: 1 },
        { kind: 'ignore', fixes: 4, errors: 4 },
      ],
    });
    const cells = [
      { category: 'incompatible-defaults', code: 'assignment', path: 'app.py' },
    ] as const;
    const some = await client.request(FixChoicesRequest, {
      project: client.project,
      scope: { kind: 'cells', cells },
    });
    assert.deepEqual(
      some.kind === 'choices' && some.choices.map(({ kind, errors }) => [kind, errors]),
      [
        ['optional', 1],
        ['ignore', 1],
      ],
    );
  });

  it('many at once: proves them, leaves out what makes new errors, and touches no file', async () => {
    const proposal = await prove('return-none');
    assert.deepEqual(
      proposal.files.flatMap(({ path, fixes }) => fixes.map(({ title }) => [path, title])),
      [['app.py', 'Add "-> None"']],
    );
    assert.equal(proposal.dropped.length, 1);
    assert.match(
      proposal.dropped[0] ?? '',
      /app\.py:6: Add "-> None": app\.py:6 .*Need type annotation/,
    );
    assert.equal(await folder.read('app.py'), APP);
  });

  it('many at once: says what came of them', async () => {
    const proposal = await prove('return-none');
    const [file] = proposal.files;
    const [fix] = file?.fixes ?? [];
    assert.ok(fix);
    await folder.write('app.py', applyEdits(APP, joinEdits([fix])));
    await client.didSave('app.py');
    const request = { project: client.project, proposal: proposal.id, made: [fix.id] };
    const verdict = await client.request(VerifyFixesRequest, request);
    assert.deepEqual(verdict, { kind: 'checked', gone: 1, remained: 0, caused: [], unhelpful: [] });
  });

  it('many at once: tells what did not help', async () => {
    const proposal = await prove('optional');
    const [fix] = proposal.files[0]?.fixes ?? [];
    assert.ok(fix);
    // Somebody did not take the fix over, and broke something else.
    await folder.edit('app.py', 'print(by)', 'print(by.real)');
    await folder.edit('app.py', 'by: int = None', 'by: "int | None" = None');
    await client.didSave('app.py');
    const request = { project: client.project, proposal: proposal.id, made: [fix.id] };
    const verdict = await client.request(VerifyFixesRequest, request);
    assert.ok(verdict.kind === 'checked');
    assert.deepEqual(
      verdict.caused.map(({ path, line, code }) => ({ path, line, code })),
      [{ path: 'app.py', line: 9, code: 'union-attr' }],
    );
    assert.deepEqual(verdict.unhelpful, [fix.id]);
    const late = await client.request(VerifyFixesRequest, { ...request, proposal: 0 });
    assert.equal(late.kind, 'refused');
  });

  it('not while mypy cannot look', async () => {
    await folder.edit('app.py', 'def start', 'def start(');
    await client.didSave('app.py');
    await client.until('a stale result', () => client.snapshot?.stale);
    const { project } = client;
    const scope = { kind: 'all' } as const;
    const answer = await client.request(ProveFixesRequest, { project, scope, fix: 'ignore' });
    assert.ok(answer.kind === 'refused');
    assert.match(answer.message, /syntax error/);
  });
});

/** A text after the edits that an action makes in a file. */
function applyTo(text: string, action: CodeAction | undefined, uri: string): string {
  const edits: readonly TextEdit[] = action?.edit?.changes?.[uri] ?? [];
  const placed = edits.map(({ range: { start, end }, newText }) => ({
    range: {
      startLine: start.line,
      startCharacter: start.character,
      endLine: end.line,
      endCharacter: end.character,
    },
    newText,
  }));
  return applyEdits(text, placed);
}
