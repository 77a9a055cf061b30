import assert from 'node:assert/strict';
import fc from 'fast-check';
import { githubAnnotations } from '../../../../src/report/formats/github.js';
import { anyHostileReport } from '../../../support/report/any-hostile-report.js';
import { locatedError, sampleReport } from '../../../support/report/sample-report.js';

const SAMPLE = sampleReport();

describe('annotations on GitHub', () => {
  it('place new errors and accepted ones, paths from the top of the repository', () => {
    assert.equal(
      githubAnnotations(SAMPLE),
      [
        '::error file=backend/app/models.py,line=3,endLine=3,col=5,endColumn=9,title=New mypy error [assignment]::Incompatible types in assignment (expression has type "str", variable has type "int")',
        '::warning title=Mypy Ratchet::1 entry of the baseline is fixed: "mypy-ratchet shrink" removes it',
        '::notice file=backend/app/old.py,line=3,endLine=3,col=5,endColumn=9,title=Accepted mypy error [assignment]::waits for the new driver (until 2027-03-31)%0AIncompatible types in assignment (expression has type "str", variable has type "int")',
        '',
      ].join('\n'),
    );
  });

  it('say first what fails besides new errors, because GitHub shows ten of a level', () => {
    const text = githubAnnotations(
      sampleReport({
        verdict: {
          kind: 'regressions',
          failures: [
            { kind: 'new-errors', count: 1, expired: 0 },
            { kind: 'baseline-grown', count: 2, base: 'origin/main' },
          ],
          warnings: [],
        },
      }),
    );
    assert.match(
      text,
      /^::error title=Mypy Ratchet::the baseline grew by 2 entries .*\n::error file=/,
    );
  });

  it('are warnings where the gate does not fail for new errors', () => {
    const text = githubAnnotations(
      sampleReport({
        verdict: {
          kind: 'pass',
          failures: [],
          warnings: [{ kind: 'new-errors', count: 1, expired: 0 }],
        },
      }),
    );
    assert.match(text, /^::warning file=backend\/app\/models\.py,/);
    assert.doesNotMatch(text, /^::error/m);
  });

  it('escape a property and a message as the toolkit does', () => {
    const error = locatedError({ path: 'a,b:c%.py', message: '50%, a: b\r\nc', code: '' });
    assert.equal(
      githubAnnotations(withNew(error)),
      '::error file=a%2Cb%3Ac%25.py,line=3,endLine=3,col=5,endColumn=9,title=New mypy error::50%25, a: b%0D%0Ac\n',
    );
  });

  it('name no line where mypy names none, and no column where the lines differ', () => {
    const range = { startLine: 2, startCharacter: 4, endLine: 5, endCharacter: 0 };
    assert.match(githubAnnotations(withNew(locatedError({ range }))), /line=3,endLine=6,title=/);
    const start = { line: 0, column: 0 };
    assert.match(githubAnnotations(withNew(locatedError({ start }))), /^::error file=[^,]*,title=/);
  });

  it('leave the path of a file outside the project as it is', () => {
    const error = locatedError({ path: '/usr/lib/stubs.pyi' });
    assert.match(githubAnnotations({ ...withNew(error), prefix: 'backend' }), /file=\/usr\/lib/);
  });

  it('are nothing where there is nothing to say', () => {
    const verdict = { kind: 'pass' as const, failures: [], warnings: [] };
    assert.equal(githubAnnotations(sampleReport({ verdict, errors: [] })), '');
  });

  it('are one line each whatever the code base holds, and the runner reads back what was said', () => {
    fc.assert(
      fc.property(anyHostileReport, (report) => {
        const text = githubAnnotations(report);
        const lines = text === '' ? [] : text.slice(0, -1).split('\n');
        const { failures, warnings } = report.verdict;
        const rules = [...failures, ...warnings].filter(({ kind }) => kind !== 'new-errors');
        const placed = report.errors.filter(({ status }) => status !== 'baseline');
        assert.equal(lines.length, rules.length + placed.length);
        const messages = lines.map(readMessage);
        for (const { error, status } of placed) {
          const shown = error.message.replace(/(?![\r\n])\p{Cc}/gu, '\uFFFD');
          const said = messages.some((message) =>
            status === 'new' ? message.startsWith(shown) : message.endsWith(`\n${shown}`),
          );
          assert.ok(said, error.message);
        }
        assert.doesNotMatch(text, /(?![\r\n])\p{Cc}/u);
      }),
    );
  });
});

function withNew(error: ReturnType<typeof locatedError>) {
  const errors = SAMPLE.errors
    .filter(({ status }) => status === 'new')
    .map((reported) => ({ ...reported, error }));
  const failures = [{ kind: 'new-errors' as const, count: 1, expired: 0 }];
  const verdict = { kind: 'regressions' as const, failures, warnings: [] };
  return sampleReport({ prefix: '', errors, verdict });
}

/** The message of a command as the runner takes it apart (ActionCommand.cs of actions/runner). */
function readMessage(line: string): string {
  const command = /^::(?:error|warning|notice) ([^\r\n]*?)::([^\r\n]*)$/.exec(line);
  assert.ok(command, line);
  const [, properties = '', message = ''] = command;
  for (const property of properties.split(',')) {
    assert.match(property, /^(?:file|line|endLine|col|endColumn|title)=[^:]*$/);
  }
  return message.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}
