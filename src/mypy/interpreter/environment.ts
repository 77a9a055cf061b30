import type { InterpreterOrigin } from '../../core/problem/problem.js';

/** A Python interpreter that can import mypy, and what it says about itself. */
export interface MypyEnvironment {
  /** Absolute path. */
  readonly interpreter: string;
  readonly origin: InterpreterOrigin;
  /** mypy's full version, `2.4.1`. */
  readonly mypyVersion: string;
  /** `major.minor` of the interpreter. */
  readonly pythonVersion: string;
  /** `sys.platform`. */
  readonly platform: string;
  /** Whether mypy is compiled with mypyc; the uncompiled one is several times slower. */
  readonly compiled: boolean;
}
