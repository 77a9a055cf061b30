import assert from 'node:assert/strict';
import { acceptanceQuestions } from '../../../src/client/agent/acceptance-questions.js';
import { ENGLISH } from '../../../src/core/language/language.js';
import { errorItem, projectResult, projectSnapshot } from '../../support/client/snapshots.js';

describe('what is asked before an assistant may accept errors', () => {
  const newErrors = Array.from({ length: 7 }, (_, index) =>
    errorItem({ id: `id-${index}`, line: index }),
  );
  const snapshot = projectSnapshot({ result: projectResult({ newErrors }) });

  it('names the first errors by their lines and counts the rest', () => {
    const ids = newErrors.map(({ id }) => id);
    const [question, ...others] = acceptanceQuestions([snapshot], ids, ENGLISH);
    assert.deepEqual(others, []);
    assert.deepEqual(question?.errors, newErrors);
    const lines = question.detail.split('\n');
    assert.equal(lines.length, 6);
    assert.match(lines[0] ?? '', /^\S+:1: /);
    assert.equal(lines[5], 'and 2 more');
  });

  it('is nothing where no id is a new error of any project', () => {
    assert.deepEqual(acceptanceQuestions([snapshot], ['unknown'], ENGLISH), []);
    assert.deepEqual(
      acceptanceQuestions([projectSnapshot({ result: null })], ['id-1'], ENGLISH),
      [],
    );
  });
});
