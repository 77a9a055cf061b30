import { existsSync } from 'node:fs';
import { ask, run, SetupError, say } from './run.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Absolute path of a Chromium; on Debian as root it is installed when there is none. */
export async function chromium(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const found = PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  await installFromDebian('chromium');
  return '/usr/bin/chromium';
}

/** VS Code's search needs ripgrep, which some of its builds do not carry. */
export async function ripgrep() {
  if (ask('rg', ['--version']) === undefined) await installFromDebian('ripgrep');
}

async function installFromDebian(name) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    throw new SetupError(
      `${name} is not installed. Install it (or set CHROMIUM_PATH) and try again.`,
    );
  }
  say(`Installing ${name} from Debian's packages …`);
  const advice = 'Check the network.';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { advice, env });
  await run('apt-get', ['install', '-y', '-qq', name], { advice, env });
}
