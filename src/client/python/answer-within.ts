/** What became of a question with a time limit. */
export type TimelyAnswer<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'silent' };

/**
 * Waits for an answer, though not for ever. It rejects as the answer does, while it is waited for.
 *
 * @param limitMs In milliseconds.
 * @param onLate Called when the answer comes after all, once the limit is over.
 */
export async function answerWithin<Answer>(
  answer: Promise<Answer>,
  limitMs: number,
  onLate: () => void,
): Promise<TimelyAnswer<Answer>> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<{ readonly kind: 'silent' }>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'silent' }), limitMs);
  });
  try {
    const first = await Promise.race([
      answer.then((given) => ({ kind: 'answered' as const, answer: given })),
      limit,
    ]);
    // One that fails so late has nothing to say that is not known already.
    if (first.kind === 'silent') answer.then(onLate, () => undefined);
    return first;
  } finally {
    clearTimeout(timer);
  }
}
