// Bundles the extension, the language server, the command line and the GitHub Action into dist/.
import { chmod, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What is bundled, by the name of its file in dist/. */
const ENTRIES = {
  extension: 'src/client/extension.ts',
  server: 'src/server/main.ts',
  cli: 'src/cli/main.ts',
  action: 'src/action/main.ts',
};

const WORKER = 'src/mypy/worker/worker.py';

const isDevelopment = process.argv.includes('--dev');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

await rm(join(ROOT, 'dist'), { recursive: true, force: true });
for (const [name, entry] of Object.entries(ENTRIES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outfile = join(ROOT, 'dist', `${name}.js`);
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    minify: !isDevelopment,
    sourcemap: isDevelopment,
    legalComments: 'none',
    logLevel: 'warning',
    // ESM packages are preferred: they shake better.
    mainFields: ['module', 'main'],
    ...(name === 'cli' ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (name === 'cli') await chmod(outfile, 0o755);
  const { size } = await stat(outfile);
  process.stdout.write(`dist/${name}.js ${Math.round(size / 1024)} kB\n`);
}
await mkdir(join(ROOT, 'dist', 'worker'), { recursive: true });
await copyFile(join(ROOT, WORKER), join(ROOT, 'dist', 'worker', 'worker.py'));
