import * as messages from '../../../src/protocol/messages.js';
import { BASELINE, type Session } from '../session.js';
import type { Action, AwaitTruth } from './action.js';

async function acceptSome(session: Session): Promise<string> {
  const { editor, random } = session;
  const found = editor.snapshot?.result?.newErrors ?? [];
  const chosen = random.some(found, 1 + random.below(4));
  const ids = chosen.map(({ id }) => id);
  const reason = random.isLucky(0.5) ? { reason: 'for now' } : {};
  const { project } = editor;
  const { message } = await editor.request(messages.AcceptErrorsRequest, {
    project,
    ids,
    ...reason,
  });
  return `${ids.length}: ${message}`;
}

function command(request: typeof messages.ShrinkBaselineRequest) {
  return async ({ editor }: Session): Promise<string> => {
    const { message } = await editor.request(request, { project: editor.project });
    return message;
  };
}

/** Another program changes the file, and puts it back. */
function damage(change: (text: string) => string) {
  return async (session: Session, awaitTruth: AwaitTruth): Promise<string> => {
    const text = await session.read(BASELINE);
    if (text === undefined) return 'there is none';
    await session.write(BASELINE, change(text));
    if (session.random.isLucky(0.8)) await awaitTruth();
    await session.write(BASELINE, text);
    return `${text.length} characters`;
  };
}

async function deleteFile(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const text = await session.read(BASELINE);
  if (text === undefined) return 'there is none';
  await session.remove(BASELINE);
  if (session.random.isLucky(0.7)) await awaitTruth();
  if (session.random.isLucky(0.5)) await session.write(BASELINE, text);
  else await command(messages.CreateBaselineRequest)(session);
  return `${text.length} characters`;
}

/** Lines go as after a bad merge. */
async function loseLines(session: Session): Promise<string> {
  const text = await session.read(BASELINE);
  if (text === undefined) return 'there is none';
  const [header = '', ...entries] = text.trimEnd().split('\n');
  const kept = entries.filter(() => session.random.isLucky(0.9));
  await session.write(BASELINE, `${[header, ...kept].join('\n')}\n`);
  return `${entries.length - kept.length} of ${entries.length}`;
}

/** Commands on the baseline, and what else happens to its file. */
export const BASELINE_ACTIONS: readonly Action[] = [
  { name: 'accept errors', weight: 4, perform: acceptSome },
  { name: 'update the baseline', weight: 2, perform: command(messages.UpdateBaselineRequest) },
  { name: 'shrink the baseline', weight: 2, perform: command(messages.ShrinkBaselineRequest) },
  { name: 'create a baseline', weight: 1, perform: command(messages.CreateBaselineRequest) },
  { name: 'repair the baseline', weight: 1, perform: command(messages.RepairBaselineRequest) },
  { name: 'delete the baseline', weight: 1, perform: deleteFile },
  { name: 'lose lines of the baseline', weight: 1, perform: loseLines },
  {
    name: 'damage the baseline',
    weight: 1,
    perform: damage((text) => `${text}["app/a/m01.py", "misc"\n`),
  },
  { name: 'empty the baseline', weight: 1, perform: damage(() => '') },
  {
    name: 'write what is no text into the baseline',
    weight: 1,
    perform: damage((text) => `${text}\u0000\u0000`),
  },
];
