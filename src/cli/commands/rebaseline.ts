import { join, relative } from 'node:path';
import type { Acceptance } from '../../core/baseline/baseline.js';
import { type Causes, separateCauses } from '../../core/compare/separate-causes.js';
import type { LocatedError } from '../../core/error/mypy-error.js';
import { ENGLISH } from '../../core/language/language.js';
import type { EnvironmentDifference } from '../../core/problem/problem.js';
import { visibleLines, visibleText } from '../../core/text/visible-text.js';
import type { Project } from '../../project/project.js';
import type { ProjectLocation } from '../../project/project-location.js';
import { readBase } from '../../project/read-base.js';
import { withTemporaryWorktree } from '../../workspace/git/temporary-worktree.js';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { trustedResult } from '../gate-run.js';
import { toAcceptance } from '../options/acceptance-options.js';
import { printOutcome } from '../print-outcome.js';
import type { Terminal } from '../terminal.js';
import type { UpdateOptions } from './update.js';

/** More errors than this are counted only. */
const MOST_LISTED = 50;

/**
 * Takes a baseline over to another mypy. The old commit is checked with the new mypy too: what is
 * new there, mypy made new, and it is accepted with that as its reason. What is new only today, the
 * code made new, and it stays new.
 *
 * @param revision Empty for the merge base.
 */
export function runRebaseline(
  options: UpdateOptions,
  revision: string,
  context: CommandContext,
): Promise<ExitCode> {
  const { terminal } = context;
  return withProject(options, context, async (project, location) => {
    await project.check('command');
    if (trustedResult(project, location, terminal) === undefined) return EXIT.failed;
    const differs = project.state.problems.find(
      (problem) => problem.kind === 'environment-differs',
    );
    if (differs === undefined) {
      terminal.out('The baseline was written by this mypy and configuration already.\n');
      return EXIT.pass;
    }
    const before = await findNewBefore(project, location, revision, { options, context });
    if (before === undefined) return EXIT.failed;
    const { byMypy, byCode } = separateCauses(listNew(project), before);
    const reason = describeUpgrade(differs.differences);
    const acceptance: Acceptance = { reason, ...toAcceptance(options) };
    const accepted = new Set(byMypy);
    const outcome = await project.updateBaseline(
      (error) => (accepted.has(error) ? acceptance : null),
      { anyEnvironment: true },
    );
    if (outcome.kind !== 'refused') describeCauses({ byMypy, byCode }, reason, terminal);
    const exitCode = printOutcome(outcome, project.state, location.baselinePath, terminal);
    return exitCode === EXIT.pass && byCode.length > 0 ? EXIT.regressions : exitCode;
  });
}

function describeCauses({ byMypy, byCode }: Causes, reason: string, terminal: Terminal): void {
  const [mypy, code] = [byMypy.length, byCode.length];
  terminal.out(`${beNew(mypy, 'mypy')}, and ${mypy === 1 ? 'is' : 'are'} accepted: ${reason}\n`);
  const rest = code > MOST_LISTED ? ` (the first ${MOST_LISTED}):` : code > 0 ? ':' : '';
  terminal.out(`${beNew(code, 'the code')}, and ${code === 1 ? 'stays' : 'stay'} new${rest}\n`);
  for (const error of byCode.slice(0, MOST_LISTED)) terminal.out(`  ${describeError(error)}\n`);
}

function beNew(count: number, cause: string): string {
  return `${count} ${count === 1 ? 'error is' : 'errors are'} new because of ${cause}`;
}

/** What the new mypy finds in the old commit and the old baseline does not know. */
async function findNewBefore(
  project: Project,
  location: ProjectLocation,
  revision: string,
  { options, context }: { readonly options: UpdateOptions; readonly context: CommandContext },
): Promise<readonly LocatedError[] | undefined> {
  const { terminal } = context;
  const base = await readBase(location, revision, terminal.env);
  const { repositoryRoot } = location;
  if (base.kind !== 'found' || repositoryRoot === null) {
    const why =
      base.kind === 'unknown' || base.kind === 'none'
        ? ENGLISH.express(base.why)
        : 'it has no baseline';
    terminal.err(`The old commit could not be compared with: ${visibleLines(why)}\n`);
    return undefined;
  }
  const folder = join(location.prefix, relative(location.root, location.folder));
  // A virtual environment inside the project is in no commit, so the interpreter is named.
  const interpreter = project.state.environment?.interpreter;
  terminal.err(`Checking ${visibleText(base.name)} at ${base.commit.slice(0, 10)} too …\n`);
  const use = await withTemporaryWorktree(repositoryRoot, base.commit, (worktree) => {
    const there = {
      ...options,
      ...(interpreter && { interpreter }),
      project: join(worktree, folder),
    };
    return withProject(there, context, async (old, place) => {
      await old.check('command');
      return trustedResult(old, place, terminal) === undefined ? undefined : listNew(old);
    });
  });
  if (use.kind === 'used') return use.result;
  terminal.err(`The old commit could not be checked out: ${visibleLines(use.detail)}\n`);
  return undefined;
}

function listNew({ state: { result } }: Project): readonly LocatedError[] {
  return (result?.reconciliation.errors ?? []).flatMap(({ error, status }) =>
    status.kind === 'new' ? [error] : [],
  );
}

/** `mypy 1.19.1 → 2.4.1`, for the reason of each entry. */
function describeUpgrade(differences: readonly EnvironmentDifference[]): string {
  return differences
    .map(({ field, baseline, here }) =>
      field === 'config' ? "mypy's configuration changed" : `${field} ${baseline} → ${here}`,
    )
    .join(', ');
}

function describeError({ path, start, message, code }: LocatedError): string {
  return visibleText(`${path}:${start.line}: ${message} [${code}]`);
}
