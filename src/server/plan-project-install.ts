import { formatCommand } from '../mypy/command/format-command.js';
import { planInstall } from '../mypy/install/plan-install.js';
import { readInstallFacts } from '../mypy/install/read-install-facts.js';
import { systemSurroundings } from '../mypy/interpreter/surroundings.js';
import type { ProjectLocation } from '../project/project-location.js';
import type { ProjectState } from '../project/project-state.js';
import type { ShownInstall } from '../protocol/install-messages.js';
import { BaselineStore } from '../workspace/baseline-store/baseline-store.js';

/**
 * How a project without mypy gets one: that which wrote its baseline, so that the counts are the team's.
 * Null where it has one, or no environment for it.
 */
export async function planProjectInstall(
  { root, repositoryRoot, baselinePath }: ProjectLocation,
  { stale }: ProjectState,
): Promise<ShownInstall | null> {
  if (stale?.kind !== 'no-interpreter') return null;
  const read = await new BaselineStore(baselinePath).read();
  const version = read.kind === 'read' ? read.baseline.environment.mypy : '';
  const { rejected } = stale;
  const plan = planInstall(
    await readInstallFacts({ root, repositoryRoot, rejected, version }, systemSurroundings()),
  );
  if (plan === null) return null;
  const line = formatCommand(plan.command, plan.args, plan.cwd, process.platform);
  return { ...plan, line };
}
