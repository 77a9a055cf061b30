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

/**
 * Parts that are not needed at once, or not in most runs. Each is a bundle of its own, read when it is
 * asked for: to compile them takes a tenth of the time that the command line adds to mypy's, and a
 * good part of the time for which VS Code waits for the extension.
 */
const LATER = {
  'extension-client': 'src/client/language-client.ts',
  'cli-init': 'src/cli/commands/init.ts',
  'cli-mcp': 'src/cli/mcp/serve-mcp.ts',
  'cli-report-page': 'src/report/report-page.ts',
  'cli-find-fixes': 'src/workspace/fix/find-fixes.ts',
  'cli-svg': 'src/report/formats/svg.ts',
};

const WORKER = ['worker.py', 'mypy_cache.py', 'mypy_reads.py'];

/** Leaves a bundle's dynamic imports of its later parts to `require`. */
function laterParts(bundle) {
  const names = Object.keys(LATER).filter((name) => name.startsWith(`${bundle}-`));
  return {
    name: 'later-parts',
    setup({ onResolve }) {
      onResolve({ filter: /\.js$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const source = join(resolveDir, path).replace(/\.js$/, '.ts');
        const name = names.find((later) => join(ROOT, LATER[later]) === source);
        return name === undefined ? undefined : { path: `./${name}.js`, external: true };
      });
    },
  };
}

const isDevelopment = process.argv.includes('--dev');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

await rm(join(ROOT, 'dist'), { recursive: true, force: true });
for (const [name, entry] of Object.entries({ ...ENTRIES, ...LATER })) {
  const [bundle] = name.split('-');
  if (wanted.length > 0 && !wanted.includes(bundle)) continue;
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
    plugins: [laterParts(bundle)],
    supported: { 'dynamic-import': false },
    ...(name === 'cli' ? { banner: { js: '#!/usr/bin/env node' } } : {}),
  });
  if (name === 'cli') await chmod(outfile, 0o755);
  const { size } = await stat(outfile);
  process.stdout.write(`dist/${name}.js ${Math.round(size / 1024)} kB\n`);
}
await mkdir(join(ROOT, 'dist', 'worker'), { recursive: true });
for (const name of WORKER) {
  await copyFile(join(ROOT, 'src', 'mypy', 'worker', name), join(ROOT, 'dist', 'worker', name));
}
