import assert from 'node:assert/strict';
import { answerWithin } from '../../../src/client/python/answer-within.js';
import { Deferred } from '../../../src/project/deferred.js';

/** Longer than any test takes. */
const LONG_MS = 600_000;

describe('a question to another extension', () => {
  it('is answered in time', async () => {
    const timely = await answerWithin(Promise.resolve('python'), LONG_MS, assert.fail);
    assert.deepEqual(timely, { kind: 'answered', answer: 'python' });
  });

  it('fails as its answer does', async () => {
    const failing = Promise.reject(new Error('no pet'));
    await assert.rejects(answerWithin(failing, LONG_MS, assert.fail), /no pet/);
  });

  it('is not waited for beyond its limit, and heard of when it comes after all', async () => {
    const asked = new Deferred();
    const late = new Deferred();
    const timely = await answerWithin(asked.promise, 1, () => late.resolve());
    assert.deepEqual(timely, { kind: 'silent' });
    asked.resolve();
    await late.promise;
  });

  it('that fails after its limit is over', async () => {
    const asked = new Deferred();
    await answerWithin(asked.promise, 1, assert.fail);
    asked.reject(new Error('too late'));
    await assert.rejects(asked.promise);
  });
});
