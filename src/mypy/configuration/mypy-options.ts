import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { isRecord } from '../../core/json/is-record.js';
import { IniError, parseIni } from './ini.js';

/** mypy's own options in a configuration file, by their names there. */
export type MypyOptions = Readonly<Record<string, unknown>>;

/**
 * The options in a configuration file; empty where there is none.
 *
 * @param configFile Absolute.
 */
export async function readMypyOptions(configFile: string | undefined): Promise<MypyOptions> {
  if (configFile === undefined) return {};
  const format = extname(configFile).toLowerCase() === '.toml' ? 'toml' : 'ini';
  try {
    return parseMypyOptions(await readFile(configFile, 'utf8'), format);
  } catch {
    // Gone by now: mypy says so when it runs.
    return {};
  }
}

/** The options in the text of a configuration file; empty where there is nothing to be read. */
export function parseMypyOptions(text: string, format: 'ini' | 'toml'): MypyOptions {
  try {
    if (format === 'ini') return Object.fromEntries(parseIni(text).get('mypy') ?? []);
    const { tool } = parse(text);
    const mypy = isRecord(tool) ? tool['mypy'] : undefined;
    return isRecord(mypy) ? { ...mypy } : {};
  } catch (error) {
    // Told elsewhere; mypy takes its defaults.
    if (error instanceof IniError || error instanceof TomlError) return {};
    throw error;
  }
}
