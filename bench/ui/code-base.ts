import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRepository } from '../../test/support/git/repository.js';

const FILES = 1_000;
const BLOCKS_OF_A_FILE = 20;
const PACKAGES = 40;
const ERRORS_OF_A_BLOCK = 5;

/** What mypy finds in the project, by `--strict`. */
export const ERRORS = FILES * BLOCKS_OF_A_FILE * ERRORS_OF_A_BLOCK;

/** A file of 5,000 lines in the project; it has errors too, of the same kinds. */
export const LONG_FILE = { path: 'shop/long.py', name: 'long.py', lines: 5_000 } as const;

/** Writes a project with that many errors in a thousand files, and commits it. */
export async function writeCodeBase(folder: string): Promise<void> {
  const packages = Array.from({ length: PACKAGES }, (_, at) => join(folder, 'shop', `part_${at}`));
  for (const path of packages) {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, '__init__.py'), '');
  }
  const module = textOf(BLOCKS_OF_A_FILE);
  for (let at = 1; at < FILES; at += 1) {
    await writeFile(join(packages[at % PACKAGES] ?? folder, `module_${at}.py`), module);
  }
  const filler = 'PADDING = 0  # nothing to see here\n'.repeat(LONG_FILE.lines);
  const long = `${module}${filler}`.split('\n').slice(0, LONG_FILE.lines).join('\n');
  await writeFile(join(folder, LONG_FILE.path), `${long}\n`);
  await writeFile(join(folder, 'shop', '__init__.py'), '');
  await writeFile(join(folder, 'mypy.ini'), '[mypy]\nfiles = shop\nstrict = True\n');
  await createRepository(folder);
}

function textOf(blocks: number): string {
  return Array.from({ length: blocks }, (_, at) => blockOf(at)).join('');
}

/** Five errors of five codes. */
function blockOf(at: number): string {
  return `def take_${at}(a, b=${at}):
    return a

def give_${at}(name: str | None) -> int:
    name.upper()
    return name

count_${at}: int = "${at}"
take_${at}(1)

`;
}
