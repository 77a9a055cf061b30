import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CliRun, runCli } from '../../support/cli/run-cli.js';
import { errorsOfReport, type SeenError } from '../../support/cli/seen-errors.js';
import { at, listAt } from '../../support/report/json-value.js';
import { type StatedError, state } from './picture.js';

/** What a command line says that was started just now. */
export type FreshComparison =
  | {
      readonly kind: 'compared';
      readonly errors: readonly SeenError[];
      readonly stated: readonly StatedError[];
    }
  /** The baseline cannot be used. */
  | { readonly kind: 'no-verdict'; readonly detail: string };

const OPTIONS = ['--format', 'json'];

/** Holds errors against the baselines with the built command line, in a process of its own. */
export class FreshComparer {
  readonly #root: string;
  readonly #folder: string;

  /** @param folder Absolute, for caches. */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** Compares what a mypy printed. */
  async compare(output: string): Promise<FreshComparison> {
    const args = ['check', '-', ...OPTIONS];
    return toComparison(
      await runCli(args, { cwd: this.#root, cache: this.#folder, input: output }),
    );
  }

  /** Lets the command line run mypy too, with an empty cache. */
  async check(): Promise<FreshComparison> {
    const cache = await mkdtemp(join(this.#folder, 'cli-'));
    try {
      return toComparison(await runCli(['check', ...OPTIONS], { cwd: this.#root, cache }));
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  }
}

function toComparison({ status, stdout, stderr }: CliRun): FreshComparison {
  if (status === null || status === 2) return { kind: 'no-verdict', detail: stderr };
  const report: unknown = JSON.parse(stdout);
  return {
    kind: 'compared',
    errors: errorsOfReport(stdout),
    stated: listAt(report, 'errors')
      .map((error) =>
        state(
          at(error, 'status'),
          at(error, 'path'),
          at(error, 'region', 'startLine'),
          at(error, 'code'),
          at(error, 'message'),
        ),
      )
      .sort(),
  };
}
