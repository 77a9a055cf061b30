import type { ImportedModule } from './imported-module.js';

/** Where the modules of a project can be. */
export interface ModulePlaces {
  /** Folders relative to the root, `/`-separated, at which absolute imports begin; empty for the root. */
  readonly sourceRoots: readonly string[];
  /** Whether there is, or was, such a file. */
  readonly exists: (path: string) => boolean;
}

/** mypy takes a stub before the source, and a module before a package. */
const FORMS = ['.pyi', '.py', '/__init__.pyi', '/__init__.py'];

/**
 * The files of the project that an import reads, relative to the root; none for what lies outside it.
 *
 * @param path Of the importing file.
 */
export function resolveImport(
  path: string,
  { level, module, names }: ImportedModule,
  { sourceRoots, exists }: ModulePlaces,
): readonly string[] {
  for (const folder of level === 0 ? sourceRoots : packageAbove(path, level)) {
    const place = join(folder, module.replaceAll('.', '/'));
    const submodules = names.map((name) => findModule(join(place, name), exists));
    const takesOwnNames = names.length === 0 || submodules.includes(undefined);
    const own = takesOwnNames ? findModule(place, exists) : undefined;
    const found = [own, ...submodules].filter((file) => file !== undefined);
    if (found.length > 0) return found;
  }
  return [];
}

/** The folder that a relative import begins at; none above the root. */
function packageAbove(path: string, level: number): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  const depth = folders.length - (level - 1);
  return depth < 0 ? [] : [folders.slice(0, depth).join('/')];
}

function findModule(place: string, exists: (path: string) => boolean): string | undefined {
  const candidates = FORMS.map((form) => `${place}${form}`.replace(/^\//, ''));
  return candidates.find((file) => !file.startsWith('.') && exists(file));
}

function join(folder: string, name: string): string {
  return folder === '' || name === '' ? `${folder}${name}` : `${folder}/${name}`;
}

/**
 * The source root of a file: the first folder above it that is no package.
 *
 * @param exists Whether there is such a file.
 */
export function sourceRootOf(path: string, exists: (path: string) => boolean): string {
  const folders = path.split('/').slice(0, -1);
  const isPackage = () => {
    const folder = folders.join('/');
    return exists(`${folder}/__init__.py`) || exists(`${folder}/__init__.pyi`);
  };
  while (folders.length > 0 && isPackage()) folders.pop();
  return folders.join('/');
}
