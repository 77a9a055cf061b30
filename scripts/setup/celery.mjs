import { join } from 'node:path';
import { cached } from './cache.mjs';
import { findPython } from './python.mjs';
import { run, say } from './run.mjs';

const VERSION = '5.5.3';

/** The source of celery, a real code base with thousands of errors; the folder that holds it. */
export async function celerySource() {
  const folder = await cached(`celery-${VERSION}`, async (draft) => {
    say(`Downloading the source of celery ${VERSION} …`);
    const target = ['--target', join(draft, 'source'), '--no-deps', '--no-compile', '--quiet'];
    await run(findPython(), ['-m', 'pip', 'install', ...target, `celery==${VERSION}`], {
      advice: 'Check the network.',
    });
  });
  return join(folder, 'source');
}
