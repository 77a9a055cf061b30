/** A command line that a person can paste into a shell of the platform. */
export function formatCommand(
  command: string,
  args: readonly string[],
  cwd: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const quote = platform === 'win32' ? quoteForCmd : quoteForPosix;
  const changeFolder = platform === 'win32' ? 'cd /d' : 'cd';
  return `${changeFolder} ${quote(cwd)} && ${[command, ...args].map(quote).join(' ')}`;
}

function quoteForPosix(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** For the C runtime's rules; cmd.exe still expands `%NAME%` inside of quotes. */
function quoteForCmd(word: string): string {
  if (/^[\w@+=:,./\\-]+$/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
