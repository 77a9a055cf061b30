import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { blackEnvironment, findPython } from './python.mjs';
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

/** The same source as black formats it, which takes black long; the folder that holds it. */
export async function blackenedCelerySource() {
  const [source, black] = [await celerySource(), await blackEnvironment()];
  const folder = await cached(`celery-${VERSION}-${black.name}`, async (draft) => {
    say(`Formatting the source of celery ${VERSION} with ${black.name} …`);
    await cp(join(source, 'celery'), join(draft, 'source', 'celery'), { recursive: true });
    const args = ['-m', 'black', '--quiet', '--no-cache', join(draft, 'source')];
    await run(black.interpreter, args, { advice: 'Remove its folder from the cache.' });
  });
  return join(folder, 'source');
}
