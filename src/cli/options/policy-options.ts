import type { Command } from 'commander';
import { type PolicyParse, type PolicyWords, parsePolicy } from '../../core/gate/parse-policy.js';
import { phrase } from '../../core/language/language.js';

/** The gate's rules on the command line; each wins over the configuration. */
export interface PolicyOptions {
  readonly base?: string;
  readonly newErrors?: string;
  readonly growth?: string;
  readonly stale?: string;
  readonly edited?: string;
  readonly maxIncrease?: string;
  readonly maxTotal?: string;
}

/** Adds the gate's rules. */
export function withPolicyOptions(command: Command): Command {
  return command
    .option('--base <revision>', 'the branch into which the change will go')
    .option('--new-errors <what>', 'errors that are not in the baseline: fail, warn, off')
    .option('--growth <what>', 'a baseline that grew without a reason: fail, warn, off')
    .option('--stale <what>', 'fixed errors in the baseline: fail, warn, off, shrink')
    .option('--edited <what>', 'an error on a line that was edited: baseline, new')
    .option('--max-increase <amount>', 'errors more than in the baseline: a number, or 10%')
    .option('--max-total <number>', 'the most errors that there may be');
}

/** The policy of a configuration, as far as the command line does not say otherwise. */
export function readPolicy(configured: PolicyWords, options: PolicyOptions): PolicyParse {
  const { newErrors, growth, stale, edited, maxIncrease, maxTotal } = options;
  const words: Record<keyof PolicyWords, unknown> = {
    'new-errors': newErrors ?? configured['new-errors'],
    growth: growth ?? configured.growth,
    stale: stale ?? configured.stale,
    edited: edited ?? configured.edited,
    'max-increase': maxIncrease ?? configured['max-increase'],
    caps: configured.caps,
  };
  const { policy, mistakes } = parsePolicy(words);
  if (maxTotal === undefined) return { policy, mistakes };
  if (!/^\d+$/.test(maxTotal)) {
    return { policy, mistakes: [...mistakes, phrase('"{0}" is no number of errors', 'max-total')] };
  }
  const others = policy.caps.filter(({ part }) => part.kind !== 'total');
  const caps = [...others, { part: { kind: 'total' } as const, max: Number(maxTotal) }];
  return { policy: { ...policy, caps }, mistakes };
}
