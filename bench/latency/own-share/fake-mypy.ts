import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files in the project's folder that the stand-in for mypy reads and writes. */
export const OUTPUT_FILE = 'mypy-output.txt';
export const END_FILE = 'mypy-end.txt';

/** Prints what it finds in a file, notes the time, and ends, as mypy does, without clearing up. */
const MAIN = `
import os, time

def main(args, stdout, stderr):
    with open('${OUTPUT_FILE}', encoding='utf-8') as file:
        output = file.read()
    stdout.write(output)
    import sys
    sys.stdout.flush()
    with open('${END_FILE}', 'w') as end:
        end.write(repr(time.time() * 1000))
    os._exit(0 if output.startswith('Success') else 1)
`;

/**
 * Makes a package that takes mypy's place in `PYTHONPATH`: what is measured begins when mypy ends,
 * and its output is to be the same in every run.
 */
export async function writeFakeMypy(folder: string): Promise<void> {
  const files = {
    '__init__.py': '',
    'version.py': "__version__ = '2.4.1'\n",
    'main.py': MAIN,
    'build.py': '',
  };
  await mkdir(join(folder, 'mypy'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, 'mypy', name), text);
  }
}
