/** What is asked of a daemon. */
export type DaemonRequest =
  | {
      readonly command: 'run';
      /** mypy's exact version: the daemon wants to be started anew when it is another one. */
      readonly version: string;
      /** mypy's whole command line, its targets included; the same each time. */
      readonly args: readonly string[];
    }
  | { readonly command: 'status' }
  /** Reads a file anew that the daemon takes for unchanged. */
  | {
      readonly command: 'reload';
      /** Relative to mypy's working directory. */
      readonly path: string;
    };

/** What a daemon demands of every request, though we are no terminal. */
const TERMINAL = { is_tty: false, terminal_width: 80 };

/** The message for a request. A missing or an unknown field would end the daemon. */
export function formatRequest(request: DaemonRequest): string {
  return JSON.stringify({ ...toFields(request), ...TERMINAL });
}

function toFields(request: DaemonRequest): Readonly<Record<string, unknown>> {
  switch (request.command) {
    case 'run':
      return { ...request, export_types: false };
    case 'status':
      return { command: 'status' };
    case 'reload':
      // The question itself does not matter: to answer it the daemon loads the file.
      return {
        command: 'inspect',
        show: 'type',
        location: `${request.path}:1:1`,
        force_reload: true,
      };
  }
}
