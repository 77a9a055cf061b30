import { isRecord } from '../../core/json/is-record.js';
import { type Phrase, phrase } from '../../core/language/language.js';

/**
 * What is wrong with `tool.mypy.overrides`, for which mypy passes over the whole file
 * (`destructure_overrides` in mypy/config_parser.py, the same from 1.0 to 2.4); else undefined.
 */
export function findOverridesFault(overrides: unknown): Phrase | undefined {
  if (overrides === undefined) return undefined;
  if (!Array.isArray(overrides)) return phrase('tool.mypy.overrides is no array of tables');
  const known = new Map<string, Map<string, string>>();
  for (const override of overrides) {
    const modules = readModules(override);
    if (modules === undefined) return phrase('a table of tool.mypy.overrides names no module');
    for (const name of modules) {
      const options = known.get(name) ?? new Map<string, string>();
      known.set(name, options);
      const option = addOptions(options, override);
      if (option !== undefined) {
        return phrase('tool.mypy.overrides gives {0} two values for {1}', name, option);
      }
    }
  }
  return undefined;
}

function readModules(override: unknown): readonly string[] | undefined {
  const named = isRecord(override) ? override['module'] : undefined;
  const modules = typeof named === 'string' ? [named] : named;
  if (!Array.isArray(modules)) return undefined;
  return modules.every((name) => typeof name === 'string') ? modules : undefined;
}

/** The option that has another value already; undefined when all are added. */
function addOptions(options: Map<string, string>, override: unknown): string | undefined {
  for (const [option, value] of Object.entries(isRecord(override) ? override : {})) {
    if (option === 'module') continue;
    const text = JSON.stringify(value);
    if ((options.get(option) ?? text) !== text) return option;
    options.set(option, text);
  }
  return undefined;
}
