import { join } from 'node:path';
import { cached } from './cache.mjs';
import { findPython } from './python.mjs';
import { run, say } from './run.mjs';

const VERSION = '2.4.1';

/** The source of mypy, most of it one import cycle; the folder that holds it. */
export async function mypySource() {
  const folder = await cached(`mypy-source-${VERSION}`, async (draft) => {
    say(`Downloading the source of mypy ${VERSION} …`);
    // Its wheel holds the source beside what was compiled, and needs no compiler here.
    const target = ['--target', join(draft, 'source'), '--no-deps', '--no-compile', '--quiet'];
    await run(findPython(), ['-m', 'pip', 'install', ...target, `mypy==${VERSION}`], {
      advice: 'Check the network.',
    });
  });
  return join(folder, 'source');
}
