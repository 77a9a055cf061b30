import { rename, stat, utimes } from 'node:fs/promises';
import type { Session } from '../session.js';
import { generateModule } from '../source/generate.js';
import { joinModule, splitModule } from '../source/module.js';
import { SNIPPETS } from '../source/snippets.js';
import { type Action, type AwaitTruth, gone } from './action.js';

/** More modules than this are not made, and fewer not left. */
const MOST_MODULES = 40;
const FEWEST_MODULES = 20;

async function addFile(session: Session): Promise<string> {
  const modules = await session.modules();
  if (modules.length >= MOST_MODULES) return deleteFile(session);
  const { random } = session;
  const path = `app/${random.pick(['a', 'b', 'c'])}/m${30 + random.below(60)}.py`;
  const others = await Promise.all(
    random
      .some(modules, 3)
      .map(async (other) => [other, splitModule((await session.read(other)) ?? '')] as const),
  );
  const text = joinModule(generateModule(random, others));
  if (random.isLucky(0.5)) await session.save(path, text);
  else await session.write(path, text);
  return path;
}

async function deleteFile(session: Session): Promise<string> {
  const modules = await session.modules();
  if (modules.length <= FEWEST_MODULES) return addFile(session);
  const path = session.random.pick(modules);
  await session.remove(path);
  return path;
}

async function renameFile(session: Session): Promise<string> {
  const { random } = session;
  const path = await session.anyModule();
  const to = `app/${random.pick(['a', 'b', 'c'])}/m${30 + random.below(60)}.py`;
  await rename(session.at(path), session.at(to));
  return `${path} to ${to}`;
}

/** Two saves with one size and one second, with a run between. */
async function saveInSameSecond(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const path = await session.anyModule();
  const text = await session.read(path);
  const [snippet] = SNIPPETS;
  if (text === undefined || snippet === undefined) return gone(path);
  const parts = splitModule(text).filter((part) => !part.startsWith('def twin('));
  const [first, second] = session.random.some([snippet.right, snippet.wrong], 2);
  await session.save(path, joinModule([...parts, first?.('twin') ?? '']));
  await awaitTruth();
  const { mtime } = await stat(session.at(path));
  const again = joinModule([...parts, second?.('twin') ?? '']);
  await session.write(path, again);
  const later = new Date(Math.floor(mtime.getTime() / 1000) * 1000 + session.random.below(1000));
  await utimes(session.at(path), later, later);
  if (session.random.isLucky(0.7)) await session.editor.didSave(path);
  return path;
}

async function saveUnchanged(session: Session): Promise<string> {
  const path = await session.anyModule();
  const text = await session.read(path);
  if (text === undefined) return gone(path);
  await session.save(path, text);
  return path;
}

async function breakSyntax(session: Session, awaitTruth: AwaitTruth): Promise<string> {
  const path = await session.anyModule();
  const text = await session.read(path);
  if (text === undefined) return gone(path);
  await session.save(path, text.replace(/^(def|class) /m, '$1 ('));
  if (session.random.isLucky(0.7)) await awaitTruth();
  if (session.random.isLucky(0.3)) await breakOther(session, path, awaitTruth);
  await session.save(path, text);
  return path;
}

/** An edit while mypy is blocked, which is seen only when it is not any more. */
async function breakOther(session: Session, broken: string, awaitTruth: AwaitTruth): Promise<void> {
  const path = session.random.pick((await session.modules()).filter((other) => other !== broken));
  const text = (await session.read(path)) ?? '';
  await session.save(path, joinModule([...splitModule(text), 'def lonely(x):\n    return x']));
  await awaitTruth();
}

/** What happens to files as a whole. */
export const FILE_ACTIONS: readonly Action[] = [
  { name: 'add a file', weight: 3, perform: addFile },
  { name: 'delete a file', weight: 2, perform: deleteFile },
  { name: 'rename a file', weight: 2, perform: renameFile },
  { name: 'save twice in a second', weight: 3, perform: saveInSameSecond },
  { name: 'save without a change', weight: 2, perform: saveUnchanged },
  { name: 'break and repair the syntax', weight: 3, perform: breakSyntax },
];
