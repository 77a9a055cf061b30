import type { Language } from '../../core/language/language.js';
import { describeProblem } from '../../core/problem/describe-problem.js';
import type { TrialPorts } from '../ports.js';
import { toProblem } from '../run-problems.js';
import { type FixPlan, makeFixes } from './plan-fixes.js';
import { type ProofResult, proveFixes } from './prove-fixes.js';

/** Why nothing is known of fixes. */
export function describeUnchecked(
  { run }: Extract<ProofResult, { kind: 'unchecked' }>,
  language: Language,
): string {
  return run.kind === 'cancelled'
    ? language.say('Cancelled.')
    : describeProblem(toProblem(run), language).message;
}

/** Has mypy prove a plan on texts that nobody else sees. No file is changed. */
export async function provePlan(
  trials: TrialPorts,
  plan: FixPlan,
  signal: AbortSignal,
): Promise<ProofResult> {
  const trial = await trials.open([...plan.texts.keys()], signal);
  try {
    return await proveFixes(plan.fixes, (fixes) => trial.check(makeFixes(plan, fixes), signal));
  } finally {
    await trial.dispose();
  }
}
