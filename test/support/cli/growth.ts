import assert from 'node:assert/strict';
import { assertStatus, type CliRun } from './run-cli.js';

/** Fails when a gate did not see that the baseline grew by one entry since `base`. */
export function assertGrown(run: CliRun, base: string): void {
  assertStatus(run, 1);
  const words = `✗ the baseline grew by 1 entry without a reason since ${base}\n`;
  assert.ok(run.stdout.includes(words), run.stdout);
}

/** Fails when a gate passed, or said something else, though it could not compare with the base. */
export function assertUnchecked(run: CliRun, why: RegExp): void {
  assertStatus(run, 1);
  const [, said = ''] =
    /^✗ whether the baseline grew was not checked: (.*)$/m.exec(run.stdout) ?? [];
  assert.match(said, why, run.stdout);
}
