import { createInterface } from 'node:readline/promises';
import { type Asker, SILENT_ASKER } from './asker.js';

/** The streams of a process; the questions are written where progress is, not among results. */
export interface AskerStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** Asks at a terminal. Where stdin is none, nobody could answer, and nothing is asked. */
export function terminalAsker(streams: AskerStreams): Asker {
  if (streams.input.isTTY !== true) return SILENT_ASKER;
  return {
    confirm: async (question, fallback) => {
      const hint = fallback ? 'Y/n' : 'y/N';
      const answers = new Map([
        ['', fallback],
        ['y', true],
        ['yes', true],
        ['n', false],
        ['no', false],
      ]);
      return ask(streams, `${question} [${hint}] `, (answer) => answers.get(answer));
    },
    choose: async (question, choices, fallback) => {
      const hint = choices.map((choice) => (choice === fallback ? `[${choice}]` : choice));
      return ask(streams, `${question} (${hint.join(' / ')}) `, (answer) =>
        answer === '' ? fallback : choices.find((choice) => choice.toLowerCase() === answer),
      );
    },
  };
}

/** Ctrl+D and Ctrl+C are no answer: whoever asked must not go on. */
export class NoAnswerError extends Error {
  constructor() {
    super('The input ended before the question was answered');
  }
}

/** Asks until the answer is understood. The terminal is let go after each answer. */
async function ask<Answer>(
  { input, output }: AskerStreams,
  question: string,
  understand: (answer: string) => Answer | undefined,
): Promise<Answer> {
  const reader = createInterface({ input, output, prompt: question });
  try {
    reader.prompt();
    for await (const answer of reader) {
      const understood = understand(answer.trim().toLowerCase());
      if (understood !== undefined) return understood;
      reader.prompt();
    }
    throw new NoAnswerError();
  } finally {
    reader.close();
  }
}
