// `npm run pictures`: takes the README's pictures anew, by the end-to-end run itself.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './setup/run.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

await run(
  process.execPath,
  [join(ROOT, 'scripts', 'test.mjs'), 'types', 'build', 'package', 'e2e'],
  { cwd: ROOT, env: { ...process.env, MYPY_RATCHET_PICTURES: join(ROOT, 'docs', 'pictures') } },
);
