/** Whether a version of mypy or Python, `1.19.1` or `2.4.0+dev.0123`, is so new. */
export function isAtLeast(version: string, major: number, minor: number, patch = 0): boolean {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, wanted] of [major, minor, patch].entries()) {
    const have = parts[index] ?? 0;
    if (have !== wanted) return have > wanted;
  }
  return true;
}
