import { isRecord } from '../json/is-record.js';
import { toPlace } from '../path/place.js';
import { MOST_LISTED_ERRORS, USUALLY_LISTED_ERRORS } from './agent-tools.js';

/** What `new_errors` is asked. */
export interface NewErrorsInput {
  /** Relative to the project's root, with `/`; empty for all. */
  readonly path: string;
  readonly limit: number;
}

/** What `accept_errors` is asked. */
export interface AcceptErrorsInput {
  readonly ids: readonly string[];
  readonly reason: string;
}

/** An input as a model gave it, or what is wrong with it, for the model. */
export type AgentInput<Input> =
  | { readonly kind: 'input'; readonly input: Input }
  | { readonly kind: 'wrong'; readonly why: string };

/** A model need not keep to the schema, so nothing is taken for given. */
export function parseNewErrorsInput(value: unknown): AgentInput<NewErrorsInput> {
  const given = isRecord(value) ? value : {};
  const { path = '', limit = USUALLY_LISTED_ERRORS } = given;
  if (typeof path !== 'string') return { kind: 'wrong', why: 'path is to be a text' };
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1)
    return { kind: 'wrong', why: 'limit is to be a whole number from 1' };
  const place = toPlace(path);
  const input = { path: place === '.' ? '' : place, limit: Math.min(limit, MOST_LISTED_ERRORS) };
  return { kind: 'input', input };
}

export function parseExplainInput(value: unknown): AgentInput<string> {
  const error = isRecord(value) ? value['error'] : undefined;
  if (typeof error === 'string' && error !== '') return { kind: 'input', input: error };
  return { kind: 'wrong', why: 'error is to be an id, or FILE:LINE' };
}

export function parseAcceptInput(value: unknown): AgentInput<AcceptErrorsInput> {
  const given = isRecord(value) ? value : {};
  const { ids, reason } = given;
  if (!Array.isArray(ids) || ids.length === 0)
    return { kind: 'wrong', why: 'ids is to be a list of ids from new_errors' };
  const named = ids.filter((id: unknown) => typeof id === 'string');
  if (named.length < ids.length)
    return { kind: 'wrong', why: 'ids is to be a list of ids from new_errors' };
  if (typeof reason !== 'string' || reason.trim() === '')
    return { kind: 'wrong', why: 'reason is to say why they are accepted' };
  return { kind: 'input', input: { ids: named, reason: reason.trim() } };
}
