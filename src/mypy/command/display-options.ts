/**
 * Options that change how mypy shows or caches errors and not which ones it finds, by their name
 * in a configuration file, and whether one takes a value on the command line.
 */
const DISPLAY_OPTIONS: ReadonlyMap<string, 'flag' | 'value'> = new Map([
  ['verbosity', 'flag'],
  ['verbose', 'flag'],
  ['output', 'value'],
  ['show_error_context', 'flag'],
  ['hide_error_context', 'flag'],
  ['show_column_numbers', 'flag'],
  ['hide_column_numbers', 'flag'],
  ['show_error_end', 'flag'],
  ['hide_error_end', 'flag'],
  ['show_error_codes', 'flag'],
  ['hide_error_codes', 'flag'],
  ['show_error_code_links', 'flag'],
  ['hide_error_code_links', 'flag'],
  ['pretty', 'flag'],
  ['no_pretty', 'flag'],
  ['color_output', 'flag'],
  ['no_color_output', 'flag'],
  ['error_summary', 'flag'],
  ['no_error_summary', 'flag'],
  ['show_absolute_path', 'flag'],
  ['hide_absolute_path', 'flag'],
  ['soft_error_limit', 'value'],
  ['many_errors_threshold', 'value'],
  ['show_traceback', 'flag'],
  ['tb', 'flag'],
  ['pdb', 'flag'],
  ['raise_exceptions', 'flag'],
  ['warn_unused_configs', 'flag'],
  ['incremental', 'flag'],
  ['no_incremental', 'flag'],
  ['cache_dir', 'value'],
  ['sqlite_cache', 'flag'],
  ['no_sqlite_cache', 'flag'],
  ['sqlite_num_shards', 'value'],
  ['fixed_format_cache', 'flag'],
  ['no_fixed_format_cache', 'flag'],
  ['cache_fine_grained', 'flag'],
  ['skip_version_check', 'flag'],
  ['skip_cache_mtime_checks', 'flag'],
  ['fast_exit', 'flag'],
  ['no_fast_exit', 'flag'],
  ['num_workers', 'value'],
  ['install_types', 'flag'],
  ['no_install_types', 'flag'],
  ['interactive', 'flag'],
  ['non_interactive', 'flag'],
  ['junit_xml', 'value'],
  ['junit_format', 'value'],
]);

const SHORT_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['-v', 'verbose'],
  ['-i', 'incremental'],
  ['-O', 'output'],
  ['-n', 'num_workers'],
]);

/** Whether an option of a configuration file leaves the errors as they are. */
export function isDisplayOption(option: string): boolean {
  return DISPLAY_OPTIONS.has(option) || option.endsWith('_report');
}

/** One option of a command line with its value, or one argument that is no display option. */
export interface Argument {
  /** As in a configuration file; undefined for what is no display option. */
  readonly displayOption: string | undefined;
  readonly words: readonly string[];
}

/** Splits a command line of mypy so far that its display options can be told from the rest. */
export function splitArguments(args: readonly string[]): readonly Argument[] {
  const split: Argument[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    const { option, hasValue } = readOption(word);
    const takesNext = option !== undefined && !hasValue && takesValue(option);
    const words = takesNext ? args.slice(index, index + 2) : [word];
    split.push({ displayOption: option, words });
    index += words.length - 1;
  }
  return split;
}

function takesValue(option: string): boolean {
  return option.endsWith('_report') || DISPLAY_OPTIONS.get(option) === 'value';
}

function readOption(word: string): {
  readonly option: string | undefined;
  readonly hasValue: boolean;
} {
  const short = SHORT_OPTIONS.get(word.slice(0, 2));
  if (short !== undefined) return { option: short, hasValue: word.length > 2 };
  if (!word.startsWith('--')) return { option: undefined, hasValue: false };
  const [name = ''] = word.slice(2).split('=', 1);
  // argparse takes any unambiguous beginning; of this one it matters.
  const option = /^ou(t(p(ut?)?)?)?$/.test(name) ? 'output' : name.replaceAll('-', '_');
  return {
    option: isDisplayOption(option) ? option : undefined,
    hasValue: word.includes('='),
  };
}
