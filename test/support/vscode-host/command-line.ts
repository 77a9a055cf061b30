/** The part of desktop VS Code's command line that `@vscode/test-electron` uses. */
export interface CommandLine {
  readonly folder: string | undefined;
  readonly extensionDevelopmentPaths: readonly string[];
  readonly extensionTestsPath: string | undefined;
  readonly userDataFolder: string | undefined;
  readonly extensionsFolder: string | undefined;
  readonly disableWorkspaceTrust: boolean;
}

/** Reads `--name=value` options; flags that mean nothing to a server are passed over. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const valuesOf = (name: string) =>
    args.flatMap((arg) => (arg.startsWith(`--${name}=`) ? [arg.slice(name.length + 3)] : []));
  return {
    folder: args.find((arg) => !arg.startsWith('--')),
    extensionDevelopmentPaths: valuesOf('extensionDevelopmentPath'),
    extensionTestsPath: valuesOf('extensionTestsPath')[0],
    userDataFolder: valuesOf('user-data-dir')[0],
    extensionsFolder: valuesOf('extensions-dir')[0],
    disableWorkspaceTrust: args.includes('--disable-workspace-trust'),
  };
}
