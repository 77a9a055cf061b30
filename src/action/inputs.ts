import type { GateOptions } from '../cli/gate-run.js';
import { SARIF_RESULTS, type SarifResults } from '../report/formats/sarif/sarif-results.js';

/** Variables of the process, as the runner sets them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What a workflow says under `with:`. */
export interface ActionInputs {
  /** Without the base where none is named. */
  readonly gate: GateOptions;
  /** Whether a comment on the pull request is kept. */
  readonly comment: boolean;
  /** Empty for none. */
  readonly token: string;
  /** A path, absolute or relative to the workspace; empty for none. */
  readonly htmlReport: string;
  readonly sarif: string;
  readonly sarifResults: SarifResults;
}

/** The inputs, and what could not be understood: with a mistake nothing is checked. */
export interface InputsParse {
  readonly inputs: ActionInputs;
  readonly mistakes: readonly string[];
}

/** The words that YAML 1.2's core schema has for the two, which the runner hands over as written. */
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** Reads the inputs that `action.yml` declares. The rules are judged where the gate reads them. */
export function readInputs(env: Variables): InputsParse {
  const mistakes: string[] = [];
  const comment = BOOLEANS[readInput(env, 'comment') || 'true'];
  if (comment === undefined) mistakes.push('the input "comment" is neither true nor false');
  const status = readInput(env, 'mypy-status');
  if (!/^\d*$/.test(status)) mistakes.push('the input "mypy-status" is no exit status');
  const word = readInput(env, 'sarif-results') || 'new';
  const sarifResults = SARIF_RESULTS.find((which) => which === word);
  if (sarifResults === undefined) mistakes.push('the input "sarif-results" is neither new nor all');
  const gate: GateOptions = {
    ...optional('project', readInput(env, 'project')),
    ...optional('interpreter', readInput(env, 'python')),
    ...optional('base', readInput(env, 'base')),
    ...optional('configFile', readInput(env, 'config-file')),
    ...optional('baseline', readInput(env, 'baseline')),
    ...optional('newErrors', readInput(env, 'new-errors')),
    ...optional('growth', readInput(env, 'growth')),
    ...optional('stale', readInput(env, 'stale')),
    ...optional('edited', readInput(env, 'edited')),
    ...optional('maxIncrease', readInput(env, 'max-increase')),
    ...optional('maxTotal', readInput(env, 'max-total')),
    ...optional('fromOutput', readInput(env, 'from-output')),
    ...(status !== '' && { mypyStatus: Number(status) }),
  };
  const inputs = {
    gate,
    comment: comment ?? false,
    token: readInput(env, 'token'),
    htmlReport: readInput(env, 'html-report'),
    sarif: readInput(env, 'sarif'),
    sarifResults: sarifResults ?? 'new',
  };
  return { inputs, mistakes };
}

/** The runner writes a name in capitals and leaves its dashes; an input not given is empty. */
function readInput(env: Variables, name: string): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

function optional<Name extends keyof GateOptions>(
  name: Name,
  value: string,
): Partial<Record<Name, string>> {
  const entry: Partial<Record<Name, string>> = {};
  return value === '' ? entry : Object.assign(entry, { [name]: value });
}
