import type { CheckRun } from '../../core/check/check-run.js';
import type { Checker, CheckOptions } from './checker.js';

/** A checker around another one, which does all that the layer does not. */
export abstract class CheckerLayer implements Checker {
  readonly engine: string;
  protected readonly inner: Checker;

  constructor(inner: Checker) {
    this.engine = inner.engine;
    this.inner = inner;
  }

  abstract check(options: CheckOptions): Promise<CheckRun>;

  hasSameEnvironment(): Promise<boolean> {
    return this.inner.hasSameEnvironment();
  }

  expectAnother(): void {
    this.inner.expectAnother();
  }

  dispose(): Promise<void> {
    return this.inner.dispose();
  }
}
