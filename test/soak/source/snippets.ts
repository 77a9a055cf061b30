/** A piece of Python with a name: right, and wrong in a way that mypy finds. */
export interface Snippet {
  readonly right: (name: string) => string;
  readonly wrong: (name: string) => string;
}

function lines(...text: readonly string[]): string {
  return text.join('\n');
}

/**
 * Errors of many codes, some of them under `strict` only. The right and the wrong one of the first
 * have the same size.
 */
export const SNIPPETS: readonly Snippet[] = [
  {
    right: (name) => lines(`def ${name}(value: int) -> str:`, '    return str(value)'),
    wrong: (name) => lines(`def ${name}(value: int) -> str:`, '    return int(value)'),
  },
  {
    right: (name) => lines(`def ${name}(names: list[str]) -> str:`, '    return names[0]'),
    wrong: (name) =>
      lines(`def ${name}(names: list[str]) -> str:`, '    return names[0] if names else None'),
  },
  {
    right: (name) => lines(`def ${name}(start: int = 0) -> int:`, '    return start + 1'),
    wrong: (name) => lines(`def ${name}(start: int = None) -> int:`, '    return start + 1'),
  },
  {
    right: (name) => lines(`def ${name}(value: int) -> int:`, '    return value'),
    wrong: (name) => lines(`def ${name}(value):`, '    return value'),
  },
  {
    right: (name) => lines(`def ${name}(word: str) -> str:`, '    return word.upper()'),
    wrong: (name) => lines(`def ${name}(word: str) -> str:`, '    return word.uper()'),
  },
  {
    right: (name) => lines(`def ${name}(value: int) -> int:`, '    return -value'),
    wrong: (name) => lines(`def ${name}(value: int) -> int:`, '    return -value  # type: ignore'),
  },
  {
    right: (name) => lines(`def ${name}(items: list[int]) -> int:`, '    return sum(items)'),
    wrong: (name) => lines(`def ${name}(items: list) -> int:`, '    return sum(items)'),
  },
  {
    right: (name) =>
      lines(
        `class ${name}:`,
        '    size: int = 0',
        '',
        '    def grow(self, by: int) -> None:',
        '        self.size += by',
      ),
    wrong: (name) =>
      lines(
        `class ${name}:`,
        '    size: int = 0',
        '',
        '    def grow(self, by: int) -> None:',
        '        self.size += str(by)  # é 🎉',
      ),
  },
  {
    // Two errors that are equal but for their lines.
    right: (name) =>
      lines(`def ${name}() -> int:`, '    one: int = 1', '    one = 2', '    return one'),
    wrong: (name) =>
      lines(
        `def ${name}() -> int:`,
        '    one: int = 1',
        '    one = "two"',
        '    one = "two"',
        '    return one',
      ),
  },
];
