import type { EnvironmentDifference } from '../problem/problem.js';
import type { BaselineEnvironment } from './baseline.js';

/** Where a baseline's header and the environment here differ; empty when they agree. */
export function compareEnvironments(
  baseline: BaselineEnvironment,
  here: BaselineEnvironment,
): readonly EnvironmentDifference[] {
  const rows: readonly EnvironmentDifference[] = [
    { field: 'mypy', baseline: baseline.mypy, here: here.mypy },
    { field: 'python', baseline: baseline.python, here: here.python },
    { field: 'platform', baseline: baseline.platform, here: here.platform },
    { field: 'config', baseline: baseline.config, here: here.config },
    { field: 'targets', baseline: baseline.targets.join(' '), here: here.targets.join(' ') },
  ];
  return rows.filter((row) => row.baseline !== row.here);
}
