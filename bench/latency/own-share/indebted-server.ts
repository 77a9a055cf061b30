import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as messages from '../../../src/protocol/messages.js';
import { LanguageClient } from '../../../test/support/server/language-client.js';
import { writeFakeMypy } from './fake-mypy.js';
import { IndebtedProject } from './indebted-project.js';

/** A server that has checked a project, all of whose errors are its baseline now. */
export interface IndebtedServer {
  /** Absolute folder of the project. */
  readonly folder: string;
  readonly project: IndebtedProject;
  readonly client: LanguageClient;
}

/** @param scratch Absolute; an empty folder that holds all of it. */
export async function openIndebtedServer(
  scratch: string,
  errors: number,
  python: string,
): Promise<IndebtedServer> {
  const [folder, packages] = [join(scratch, 'project'), join(scratch, 'packages')];
  await mkdir(folder);
  await writeFakeMypy(packages);
  const project = await IndebtedProject.write(folder, errors);
  const client = await LanguageClient.start({
    folder,
    storageFolder: join(scratch, 'storage'),
    settings: { interpreter: python },
    env: { ...process.env, PYTHONPATH: packages },
  });
  await client.until('the first result', () => client.snapshot?.result?.authority === 'plain');
  await client.request(messages.CreateBaselineRequest, { project: client.project });
  return { folder, project, client };
}
