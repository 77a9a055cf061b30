import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** Runs every test beside this file inside VS Code. Called by VS Code itself. */
export async function run(): Promise<void> {
  const grep = process.env['MYPY_RATCHET_TEST_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 120_000,
    reporter: join(
      __dirname,
      '..',
      '..',
      '..',
      '..',
      'scripts',
      'testing',
      'counting-reporter.cjs',
    ),
    ...(grep === undefined || grep === '' ? {} : { grep }),
  });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
