/** What an assistant that edits code may ask, in the editor and through MCP. */
export interface AgentTool {
  readonly name: AgentToolName;
  /** For the person who sees that it is used. */
  readonly title: string;
  /** For the model. */
  readonly description: string;
  readonly inputSchema: AgentToolSchema;
}

export type AgentToolName =
  | 'check_now'
  | 'new_errors'
  | 'explain_error'
  | 'category_breakdown'
  | 'accept_errors';

/** The tools that change nothing; `accept_errors` needs a person. */
export type AskingTool = Exclude<AgentToolName, 'accept_errors'>;

/** What an assistant is told. */
export interface AgentAnswer {
  readonly text: string;
  /** Whether the tool could not do what it was asked for. */
  readonly isError: boolean;
}

/** The part of JSON Schema that the tools' inputs need; always of an object. */
export interface AgentToolSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, AgentToolProperty>>;
  readonly required?: readonly string[];
}

interface AgentToolProperty {
  readonly type: 'string' | 'integer' | 'array';
  readonly description: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: { readonly type: 'string' };
}

/** As many as an assistant can use at once; it can ask for one folder or file. */
export const MOST_LISTED_ERRORS = 200;
export const USUALLY_LISTED_ERRORS = 50;

const CHECKS =
  'Runs mypy first, so the answer is of the files as they are on disk: save them before.';

export const AGENT_TOOLS: readonly AgentTool[] = [
  {
    name: 'check_now',
    title: 'Check the types now',
    description: `Runs mypy on the project and says how many errors it has, how many are new (not in the committed baseline), and how many of the baseline are fixed. ${CHECKS}`,
    inputSchema: { type: 'object', properties: {} },
  },
  {
    name: 'new_errors',
    title: 'List new type errors',
    description: `Lists the mypy errors that are not in the project's baseline: what the edits of this branch broke. Only these are to be fixed; errors of the baseline are known debt. Use it after editing Python files. ${CHECKS}`,
    inputSchema: {
      type: 'object',
      properties: {
        path: {
          type: 'string',
          description: "Only errors below this file or folder, relative to the project's root.",
        },
        limit: {
          type: 'integer',
          description: `How many errors to list, ${USUALLY_LISTED_ERRORS} when absent.`,
          minimum: 1,
          maximum: MOST_LISTED_ERRORS,
        },
      },
    },
  },
  {
    name: 'explain_error',
    title: 'Explain a type error',
    description: `Says why a mypy error is new or belongs to the baseline: the entry it matched and by which evidence, or what came closest. ${CHECKS}`,
    inputSchema: {
      type: 'object',
      properties: {
        error: {
          type: 'string',
          description: 'An id from new_errors, or FILE, FILE:LINE or FILE:LINE:COLUMN.',
        },
      },
      required: ['error'],
    },
  },
  {
    name: 'category_breakdown',
    title: 'Count type errors by category',
    description: `Counts the mypy errors of the project by category, with priority, against the committed baseline. ${CHECKS}`,
    inputSchema: { type: 'object', properties: {} },
  },
  {
    name: 'accept_errors',
    title: 'Accept type errors into the baseline',
    description:
      'Asks the person to accept new errors into the baseline, with a reason. Only for errors that cannot be fixed now: nothing is accepted unless the person agrees.',
    inputSchema: {
      type: 'object',
      properties: {
        ids: {
          type: 'array',
          items: { type: 'string' },
          minItems: 1,
          description: 'Ids from new_errors.',
        },
        reason: {
          type: 'string',
          description: 'Why they are accepted, for the reviewer: one sentence.',
        },
      },
      required: ['ids', 'reason'],
    },
  },
];

/** The tool of a name; undefined for a name that is none. */
export function findAgentTool(name: string): AgentTool | undefined {
  return AGENT_TOOLS.find((tool) => tool.name === name);
}
