import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One error as mypy prints it. */
export interface PrintedError {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, bytes of UTF-8; 0 where mypy names none. */
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** What a mypy says that was started just now, and knows nothing of earlier runs. */
export type FreshRun =
  | { readonly kind: 'complete'; readonly output: string; readonly errors: readonly PrintedError[] }
  | { readonly kind: 'blocked'; readonly errors: readonly PrintedError[] }
  | { readonly kind: 'failed'; readonly detail: string };

const OPTIONS = [
  '--show-column-numbers',
  '--show-error-end',
  '--show-error-codes',
  '--no-pretty',
  '--no-color-output',
  '--hide-error-context',
  '--soft-error-limit=-1',
];

/**
 * Runs `python -m mypy` on a project. Its cache holds at most what it found out about Python's own
 * library, because mypy's cache does not see every change of a project: it compares whole seconds.
 */
export class FreshMypy {
  readonly #root: string;
  readonly #folder: string;
  /** Caches of the library, by interpreter and configuration. */
  readonly #libraries = new Map<string, string>();

  /**
   * @param root Absolute; its `.venv` has mypy.
   * @param folder Absolute, for caches.
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** @param isCold With an empty cache, to see whether that of the library matters. */
  async run(isCold: boolean): Promise<FreshRun> {
    const cache = await mkdtemp(join(this.#folder, 'cache-'));
    try {
      const library = isCold ? undefined : await this.#libraryCache();
      if (library !== undefined) await cp(library, cache, { recursive: true });
      return judge(await runMypy(this.#root, this.#interpreter, cache));
    } finally {
      await rm(cache, { recursive: true, force: true });
    }
  }

  get #interpreter(): string {
    return join(this.#root, '.venv', 'bin', 'python');
  }

  /** Of a project with nothing in it; undefined where that cannot be checked. */
  async #libraryCache(): Promise<string | undefined> {
    const [environment, configuration] = await Promise.all([
      resolveLink(join(this.#root, '.venv')),
      readFile(join(this.#root, 'mypy.ini'), 'utf8'),
    ]);
    const key = `${environment}\n${configuration}`;
    const known = this.#libraries.get(key);
    if (known !== undefined) return known;
    const project = await mkdtemp(join(this.#folder, 'library-'));
    const cache = join(project, 'cache');
    await mkdir(join(project, 'app'));
    await writeFile(join(project, 'app', '__init__.py'), '');
    await writeFile(join(project, 'mypy.ini'), configuration);
    const { status } = await runMypy(project, this.#interpreter, cache);
    if (status !== 0) return undefined;
    this.#libraries.set(key, cache);
    return cache;
  }
}

interface MypyEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function runMypy(cwd: string, interpreter: string, cache: string): Promise<MypyEnd> {
  const args = ['-m', 'mypy', ...OPTIONS, '--cache-dir', cache];
  return new Promise((resolve) => {
    const child = spawn(interpreter, args, {
      cwd,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', ({ message }) => resolve({ status: null, stdout: '', stderr: message }));
    child.on('close', (status) =>
      resolve({
        status,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}

async function resolveLink(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return 'gone';
  }
}

function judge({ status, stdout, stderr }: MypyEnd): FreshRun {
  const errors = parseErrors(stdout);
  if (/^(?:Success: |Found \d+ errors? in \d+ files? \(checked )/m.test(stdout))
    return { kind: 'complete', output: stdout, errors };
  if (/\(errors prevented further checking\)$/m.test(stdout) && errors.length > 0)
    return { kind: 'blocked', errors };
  return { kind: 'failed', detail: `status ${status}: ${stdout}${stderr}` };
}

/** Written apart from the product's own parser, which is what is to be examined. */
function parseErrors(stdout: string): readonly PrintedError[] {
  return stdout.split('\n').flatMap((printed) => {
    const match = /^([^:]+):(\d+):(?:(\d+):)?(?:\d+:\d+:)? error: (.*)$/.exec(printed);
    if (match === null) return [];
    const [, path = '', line, column = '0', rest = ''] = match;
    const [, message = rest, code = ''] = /^(.*?) {2}\[([\w-]+)\]$/.exec(rest) ?? [];
    return [{ path, line: Number(line), column: Number(column), code, message }];
  });
}
