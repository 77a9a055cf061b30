import type { CheckRun } from '../../core/check/check-run.js';
import { judgeOutput } from '../../core/output/judge-output.js';
import type { ProcessResult } from '../process/run-process.js';

/**
 * What a process that was to run mypy says about the project.
 *
 * @param root Absolute; mypy's working directory.
 */
export function judgeProcess(result: ProcessResult, root: string): CheckRun {
  switch (result.kind) {
    case 'ended':
      return judgeOutput(result.output, root);
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'not-started':
    case 'timed-out':
    case 'flooded':
      return { kind: 'failed', failure: result, stderr: '' };
  }
}
