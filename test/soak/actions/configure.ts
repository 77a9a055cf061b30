import * as messages from '../../../src/protocol/messages.js';
import type { Session } from '../session.js';
import { STRICT_INI } from '../source/generate.js';
import type { Action, AwaitTruth } from './action.js';

const INI = 'mypy.ini';

const CONFIGURATIONS: readonly string[] = [
  STRICT_INI,
  STRICT_INI,
  STRICT_INI.replace('strict = True', 'strict = False'),
  STRICT_INI.replace('warn_unreachable = True', 'warn_unreachable = False'),
  // mypy only warns of it.
  STRICT_INI.replace('warn_unreachable', 'warn_unreachabel'),
  `${STRICT_INI}\n[mypy-app.a.*]\ndisallow_untyped_defs = False\n`,
];

async function configure(session: Session): Promise<string> {
  const text = session.random.pick(CONFIGURATIONS);
  await session.write(INI, text);
  return text.replaceAll('\n', ' ');
}

/** A configuration with which mypy does not run, and back. */
async function misconfigure(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const text = (await session.read(INI)) ?? STRICT_INI;
  await session.write(INI, text.replace('[mypy]\n', '[mypy]\nplugins = no_such_plugin\n'));
  await awaitTruth();
  await session.write(INI, text);
  return 'no such plugin';
}

async function askForCheck({ editor }: Session): Promise<string> {
  await editor.request(messages.CheckRequest, {});
  return 'by command';
}

async function restart({ editor }: Session): Promise<string> {
  await editor.request(messages.RestartRequest, {});
  return 'by command';
}

/** What a person configures, and asks for by name. */
export const CONFIGURING_ACTIONS: readonly Action[] = [
  { name: 'edit mypy.ini', weight: 3, perform: configure },
  { name: 'name a plugin that is not there', weight: 1, perform: misconfigure },
  { name: 'check', weight: 2, perform: askForCheck },
  { name: 'restart', weight: 1, perform: restart },
];
