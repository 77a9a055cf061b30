import type { Language } from '../language/language.js';
import type { InterpreterOrigin, RejectedInterpreter } from './problem.js';
import { firstLine } from './shown-line.js';

/** Names of origins as the person knows them. */
export function describeOrigin(origin: InterpreterOrigin, language: Language): string {
  switch (origin) {
    case 'setting':
      return language.say('the setting mypyRatchet.interpreter');
    case 'neighbour-setting':
      return language.say('the settings of another mypy extension');
    case 'python-environments':
      return language.say("the Python Environments extension's choice");
    case 'python-extension':
      return language.say("the Python extension's choice");
    case 'project-venv':
      return language.say('a virtual environment in the project');
    case 'virtual-env-variable':
      return 'VIRTUAL_ENV';
    case 'path':
      return 'PATH';
    case 'mypy-script':
      return language.say('the mypy script on PATH');
  }
}

/** Why no interpreter was taken, in one sentence. */
export function describeNoInterpreter(
  rejected: readonly RejectedInterpreter[],
  language: Language,
): string {
  const chosen = rejected.find(({ origin }) => origin === 'setting');
  if (chosen !== undefined) return describeChosen(chosen, language);
  return rejected.some(({ why }) => why === 'no-mypy')
    ? language.say('Python was found, and none of its environments has mypy.')
    : language.say('No Python interpreter was found.');
}

function describeChosen({ interpreter, why }: RejectedInterpreter, language: Language): string {
  switch (why) {
    case 'not-found':
      return language.say(
        'The interpreter in mypyRatchet.interpreter does not exist: {0}',
        interpreter,
      );
    case 'no-mypy':
      return language.say(
        'The interpreter in mypyRatchet.interpreter has no mypy: {0}',
        interpreter,
      );
    case 'not-python':
      return language.say(
        'The interpreter in mypyRatchet.interpreter did not answer as Python: {0}',
        interpreter,
      );
    case 'too-old':
      return language.say(
        'The interpreter in mypyRatchet.interpreter is too old: {0}',
        interpreter,
      );
  }
}

/** An interpreter that was not taken, on a line of a list. */
export function describeRejected(
  { interpreter, origin, why, detail }: RejectedInterpreter,
  language: Language,
): string {
  const said = detail === '' ? '' : ` (${firstLine(detail)})`;
  const rejection = language.say(
    '{0}, from {1}: {2}',
    interpreter,
    describeOrigin(origin, language),
    describeRejection(why, language),
  );
  return `${rejection}${said}`;
}

function describeRejection(why: RejectedInterpreter['why'], language: Language): string {
  switch (why) {
    case 'not-found':
      return language.say('does not exist');
    case 'no-mypy':
      return language.say('has no mypy');
    case 'not-python':
      return language.say('did not answer as Python');
    case 'too-old':
      return language.say('is too old');
  }
}
