import { toIsoTime } from '../../core/date/to-iso-time.js';
import { ENGLISH } from '../../core/language/language.js';
import { formatCount } from '../../core/number/format-number.js';
import type { ProjectFacts, ServerFacts } from '../../protocol/debug-messages.js';
import {
  type ForeignSetting,
  PRIVATE_SETTINGS,
  type SetSetting,
} from '../neighbours/foreign-settings.js';
import { formatDuration } from '../status/status-tooltip.js';

/** What the extension itself knows of a window. */
export interface WindowFacts {
  readonly version: string;
  readonly vscodeVersion: string;
  /** `linux x64`; with the kind of remote, where there is one. */
  readonly platform: string;
  readonly isTrusted: boolean;
  /** Other extensions that matter here, with their versions. */
  readonly extensions: readonly string[];
  readonly folders: readonly FolderFacts[];
  /** Shortened to `~` wherever it stands. */
  readonly homeFolder: string;
}

/** What is set for one workspace folder. */
export interface FolderFacts {
  readonly name: string;
  /** Those of our settings that somebody has set; the others have their defaults. */
  readonly settings: readonly SetSetting[];
  readonly foreign: readonly ForeignSetting[];
  /** `python.analysis.extraPaths`, where it says something. */
  readonly extraPaths: readonly string[];
}

/** The debug information as Markdown. It holds no values that may be secret. */
export function describeExtension(window: WindowFacts, server: ServerFacts | null): string {
  const lines = [
    '# Mypy Ratchet: debug information',
    '',
    `- Mypy Ratchet ${window.version}, VS Code ${window.vscodeVersion}, ${window.platform}`,
    ...(window.isTrusted ? [] : ['- The workspace is not trusted: nothing of it is run']),
    `- Other extensions: ${window.extensions.join(', ') || 'none that matter here'}`,
    ...describeServer(server),
    ...window.folders.flatMap((folder) => describeFolder(folder)),
    ...(server?.projects ?? []).flatMap(describeProject),
  ];
  return `${lines.join('\n').replaceAll(window.homeFolder, '~')}\n`;
}

function describeServer(server: ServerFacts | null): readonly string[] {
  if (server === null) return ['- The language server does not run'];
  const { node, memoryBytes, storageFolder } = server;
  const memory = `${Math.round(memoryBytes / 2 ** 20)} MB`;
  return [`- Language server: Node ${node}, ${memory}; caches in \`${storageFolder}\``];
}

function describeFolder({ name, settings, foreign, extraPaths }: FolderFacts): readonly string[] {
  return [
    '',
    `## Settings of ${name}`,
    '',
    ...(settings.length === 0 ? ['All of ours have their defaults.'] : settings.map(describeOurs)),
    ...(foreign.length === 0 ? [] : ['', 'Of other mypy extensions:', '']),
    ...foreign.map(describeForeign),
    ...(extraPaths.length === 0
      ? []
      : [
          '',
          `\`python.analysis.extraPaths\` is ${code(extraPaths)}: not used, because the command line does not know it. \`mypy_path\` in mypy's configuration means the same to both.`,
        ]),
  ];
}

function describeOurs({ id, value, level }: SetSetting): string {
  return `- \`${id}\`: ${code(value)} (${level})`;
}

function describeForeign({ id, value, level, use }: ForeignSetting): string {
  const shown = PRIVATE_SETTINGS.has(id) ? 'set' : code(value);
  const fate =
    use.kind === 'fallback'
      ? `used where \`mypyRatchet.${use.setting}\` is not set`
      : `not used: ${use.why}`;
  return `- \`${id}\`: ${shown} (${level}), ${fate}`;
}

function describeProject(project: ProjectFacts): readonly string[] {
  const { name, folder, root, repositoryRoot, interpreter, engine } = project;
  return [
    '',
    `## Project ${name}`,
    '',
    `- Folder: \`${folder}\``,
    `- Root: \`${root}\`, in the repository \`${repositoryRoot ?? 'none'}\``,
    `- mypy's configuration: \`${project.configuration}\``,
    `- Baseline: \`${project.baselinePath}\` (${project.presence})`,
    interpreter === null
      ? '- Python: none with mypy yet'
      : `- Python: \`${interpreter.path}\`, from ${interpreter.origin}`,
    `- mypy: ${project.mypy ?? 'none yet'}`,
    `- Engine: ${engine ?? 'none yet'}; ${project.engineWhy}`,
    `- Arguments: ${code(project.args)}; targets: ${code(project.targets)}`,
    ...describeChecks(project),
    ...project.problems.map((problem) => `- Problem: ${problem.replaceAll('\n', '\n  ')}`),
  ];
}

function describeChecks({ checks }: ProjectFacts): readonly string[] {
  if (checks.length === 0) return ['- No check has come to its end'];
  const shown = checks.map(
    ({ checkedAt, durationMs, authority, errors }) =>
      `${toIsoTime(checkedAt)}: ${formatDuration(durationMs, ENGLISH)}, ${formatCount(errors, 'error')} (${authority})`,
  );
  return ['- Last checks:', ...shown.map((line) => `  - ${line}`)];
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}
