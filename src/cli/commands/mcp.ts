import type { Command } from 'commander';
import { withProject } from '../checked-project.js';
import type { CommandContext } from '../command-context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type ProjectOptions, withProjectOptions } from '../options/project-options.js';

const HELP = `
An assistant outside VS Code is told to start it:
  {"mcpServers": {"mypy-ratchet": {"command": "mypy-ratchet", "args": ["mcp", "--project", "backend"]}}}`;

/** A server of the Model Context Protocol on standard input and output. */
export function defineMcp(program: Command, context: CommandContext): void {
  const command = program
    .command('mcp')
    .description('answer an assistant (MCP, stdio): new errors, explanations, counts');
  withProjectOptions(command)
    .addHelpText('after', HELP)
    .action(async (options: ProjectOptions) => context.end(await runMcp(options, context)));
}

/** Serves until the assistant closes the connection. */
function runMcp(options: ProjectOptions, context: CommandContext): Promise<ExitCode> {
  const { terminal, version } = context;
  return withProject(
    options,
    context,
    async (project, location) => {
      const { serveMcp } = await import('../mcp/serve-mcp.js');
      await serveMcp({ project, location, version, log: terminal.err });
      return EXIT.pass;
    },
    // Files change between two questions, and many are asked.
    () => ({ trustsLastCheck: false, engine: 'auto' }),
  );
}
