import type { Session } from '../session.js';
import {
  callPart,
  joinModule,
  moduleName,
  nameOf,
  packageOf,
  randomPart,
  splitModule,
} from '../source/module.js';
import type { Action } from './action.js';

/** What an edit makes of a module's parts, the head first. */
type Edit = (parts: readonly string[], session: Session) => readonly string[];

/** Edits a module in the editor, or behind its back. */
async function edit(session: Session, change: Edit, isTold = true): Promise<string> {
  const path = await session.anyModule();
  const text = (await session.read(path)) ?? '';
  const changed = joinModule(change(splitModule(text), session));
  if (isTold) {
    await session.editor.didOpen(path, text);
    await session.save(path, changed);
    await session.editor.didClose(path);
  } else {
    await session.write(path, changed);
  }
  return path;
}

function replacePart(parts: readonly string[], session: Session): readonly string[] {
  const [head = '', ...rest] = parts;
  if (rest.length === 0) return [head, randomPart(session.random, 'part_1')];
  const at = session.random.below(rest.length);
  const name = nameOf(rest[at] ?? '') ?? 'part_1';
  return [head, ...rest.with(at, randomPart(session.random, name))];
}

function insertLines(parts: readonly string[], session: Session): readonly string[] {
  const [head = '', ...rest] = parts;
  const comment = `# ${'line\n# '.repeat(session.random.below(4))}last`;
  return [`${head}\n${comment}`, ...rest];
}

/** Makes every module the length that it had in the beginning, for they grow. */
function dropLines(parts: readonly string[]): readonly string[] {
  const [head = '', ...rest] = parts;
  const lines = head.split('\n').filter((line) => !line.startsWith('#'));
  return [lines.join('\n'), ...rest];
}

function addDuplicate(parts: readonly string[], session: Session): readonly string[] {
  const [head = '', ...rest] = parts;
  const at = session.random.below(rest.length);
  const part = rest[at] ?? '';
  const lines = part.split('\n');
  const body = lines.findLastIndex((line) => line.startsWith('    '));
  if (body < 0) return parts;
  const doubled = lines.toSpliced(body, 0, lines[body] ?? '').join('\n');
  return [head, ...rest.with(at, doubled)];
}

function swapParts(parts: readonly string[], session: Session): readonly string[] {
  const [head = '', ...rest] = parts;
  return [head, ...session.random.some(rest, rest.length)];
}

function renameVariable(parts: readonly string[], session: Session): readonly string[] {
  const [from, to] = session.random.pick([
    ['value', 'number'],
    ['number', 'value'],
    ['word', 'text'],
    ['text', 'word'],
  ] as const);
  return parts.map((part) => part.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to));
}

function renameFunction(parts: readonly string[], session: Session): readonly string[] {
  const [head = '', ...rest] = parts;
  const at = session.random.below(rest.length);
  const part = rest[at] ?? '';
  const name = nameOf(part);
  if (name === undefined) return parts;
  const renamed = name.endsWith('_old') ? name.slice(0, -'_old'.length) : `${name}_old`;
  return [head, ...rest.with(at, part.replace(name, renamed))];
}

function removePart(parts: readonly string[], session: Session): readonly string[] {
  const at = 1 + session.random.below(parts.length);
  return parts.length > 4 ? parts.filter((_, index) => index !== at) : parts;
}

function addPart(parts: readonly string[], session: Session): readonly string[] {
  if (parts.length > 12) return removePart(parts, session);
  return [...parts, randomPart(session.random, `more_${session.random.below(100)}`)];
}

/** An edit that makes a module need another one. */
async function addCall(session: Session): Promise<string> {
  const other = await session.anyModule();
  const [, ...theirs] = splitModule((await session.read(other)) ?? '');
  const callee = theirs.length === 0 ? undefined : nameOf(session.random.pick(theirs));
  if (callee === undefined) return 'nothing to call';
  const module = moduleName(other);
  const call = callPart(session.random, `call_${module}`, module, callee);
  const path = await edit(session, ([head = '', ...rest]) => {
    const line = `from ${packageOf(other)} import ${module}`;
    const others = rest.filter((part) => nameOf(part) !== `call_${module}`);
    return [head.includes(line) ? head : `${head}\n${line}`, ...others, call];
  });
  return `${path} calls ${other}`;
}

/** Edits of functions, in the editor and outside of it. */
export const EDITS: readonly Action[] = [
  { name: 'edit a function', weight: 12, perform: (session) => edit(session, replacePart) },
  { name: 'insert lines', weight: 5, perform: (session) => edit(session, insertLines) },
  { name: 'drop lines', weight: 3, perform: (session) => edit(session, dropLines) },
  { name: 'double a line', weight: 4, perform: (session) => edit(session, addDuplicate) },
  { name: 'reorder functions', weight: 2, perform: (session) => edit(session, swapParts) },
  { name: 'rename a variable', weight: 3, perform: (session) => edit(session, renameVariable) },
  { name: 'rename a function', weight: 3, perform: (session) => edit(session, renameFunction) },
  { name: 'remove a function', weight: 2, perform: (session) => edit(session, removePart) },
  { name: 'add a function', weight: 3, perform: (session) => edit(session, addPart) },
  { name: 'call another module', weight: 4, perform: addCall },
  { name: 'edit outside', weight: 5, perform: (session) => edit(session, replacePart, false) },
  {
    name: 'insert lines outside',
    weight: 2,
    perform: (session) => edit(session, insertLines, false),
  },
  {
    name: 'save several files rapidly',
    weight: 4,
    perform: async (session) => {
      const paths: string[] = [];
      for (let count = 2 + session.random.below(4); count > 0; count--) {
        paths.push(await edit(session, replacePart, session.random.isLucky(0.8)));
      }
      return paths.join(', ');
    },
  },
];
