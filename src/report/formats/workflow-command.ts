export type Level = 'error' | 'warning' | 'notice';

export type Properties = Readonly<Record<string, string | number>>;

/** One workflow command of GitHub Actions, `::error file=a.py,line=1::message`, without its end. */
export function formatCommand(level: Level, properties: Properties, message: string): string {
  const listed = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${listed}::${escapeData(message)}`;
}

/** What a log would obey and no message needs: control characters but for ends of lines. */
const CONTROLS = /(?![\r\n])\p{Cc}/gu;

/** What packages/core/src/command.ts of actions/toolkit escapes, and the runner undoes. */
function escapeData(text: string): string {
  return text
    .replace(CONTROLS, '\uFFFD')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
