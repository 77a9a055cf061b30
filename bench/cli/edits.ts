/** What somebody did to the code base between the baseline and the check. */
export interface Edit {
  readonly name: string;
  /** How many files are changed, of so many that have errors. */
  count(files: number): number;
  rewrite(text: string): string;
  /** In a code base of several copies of the package: whether each of them is changed. */
  readonly everywhere: boolean;
  /** The exit statuses that the check must end with. */
  readonly status: { readonly ours: number; readonly mypyBaseline: number };
}

const NEW_FUNCTIONS = [1, 2, 3, 4, 5]
  .map((number) => `\n\ndef bench_marker_${number}(value):\n    return value\n`)
  .join('');

/** mypy-baseline ends with the number of new errors, up to 100. */
export const EDITS: readonly Edit[] = [
  {
    name: 'nothing new',
    count: () => 0,
    rewrite: (text) => text,
    everywhere: false,
    status: { ours: 0, mypyBaseline: 0 },
  },
  {
    name: '50 new errors in 10 files',
    count: () => 10,
    rewrite: (text) => `${text}${NEW_FUNCTIONS}`,
    everywhere: false,
    status: { ours: 1, mypyBaseline: 50 },
  },
  {
    name: 'lines moved in 5 % of the files',
    count: (files) => Math.ceil(files * 0.05),
    rewrite: (text) => `# A line.\n# And another one.\n${text}`,
    everywhere: true,
    status: { ours: 0, mypyBaseline: 0 },
  },
];
