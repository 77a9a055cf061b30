import { FAULTY_PLUGIN } from '../mypy/faulty-plugin.js';

/** The plugin, harmless, and a configuration that loads it. */
export const FAULT_FILES: Readonly<Record<string, string>> = {
  'mode.txt': 'fine',
  'own_plugin.py': FAULTY_PLUGIN,
  'mypy.ini': '[mypy]\nstrict = True\nplugins = ./own_plugin.py\nexclude = own_plugin\n',
  '.gitignore': '.mypy_cache/\nmode.txt\npid.txt\n',
};
