import type { Connection } from 'vscode-languageserver';
import { ENGLISH } from '../core/language/language.js';
import { InstallRequest } from '../protocol/install-messages.js';
import * as messages from '../protocol/messages.js';
import { askProjects } from './ask-projects.js';
import { onNotification, onRequest } from './endpoints.js';
import { planProjectInstall } from './plan-project-install.js';
import type { ProjectHost } from './project-host.js';
import type { Projects } from './projects.js';
import { listErrors } from './snapshot.js';

/** Answers what the editor asks of one project, or of all. */
export function listenToProjectRequests(connection: Connection, projects: Projects): void {
  onRequest(connection, messages.CheckRequest, async ({ project }) => {
    await eachHost(projects, project, (host) => host.check());
    return null;
  });
  onRequest(connection, messages.RestartRequest, async ({ project }) => {
    await eachHost(projects, project, (host) => host.restart('command'));
    return null;
  });
  onRequest(connection, messages.CreateBaselineRequest, ({ project }) =>
    projects.get(project).command((target) => target.createBaseline()),
  );
  onRequest(connection, messages.UpdateBaselineRequest, ({ project, reason }) =>
    projects.get(project).command((target) =>
      // Whoever updates in the editor was shown which environment wrote the baseline.
      target.updateBaseline(() => toAcceptance(reason) ?? {}, { anyEnvironment: true }),
    ),
  );
  onRequest(connection, messages.ShrinkBaselineRequest, ({ project }) =>
    projects.get(project).command((target) => target.shrinkBaseline()),
  );
  onRequest(connection, messages.AcceptErrorsRequest, ({ project, ids, reason, forAssistant }) =>
    projects
      .get(project)
      .command(
        (target) => target.acceptErrors(ids, toAcceptance(reason)),
        forAssistant === true ? ENGLISH : undefined,
      ),
  );
  onRequest(connection, messages.RepairBaselineRequest, ({ project }) =>
    projects.get(project).command((target) => target.repairBaseline()),
  );
  onRequest(connection, messages.ErrorsRequest, async (params) => {
    const host = projects.get(params.project);
    return host.state === undefined ? [] : listErrors(host.root, host.state, params);
  });
  onRequest(connection, messages.AgentRequest, ({ tool, input }) =>
    askProjects(projects.all, tool, input),
  );
  onRequest(connection, InstallRequest, async ({ project }) => {
    const { location, state } = projects.get(project);
    return location && state ? planProjectInstall(location, state) : null;
  });
  onNotification(connection, messages.InterpreterChanged, async ({ folderUri }) => {
    // One that is not open yet will ask for its interpreter by itself.
    await Promise.all(projects.near(folderUri).map((host) => host.followPythons()));
  });
}

async function eachHost(
  projects: Projects,
  id: string | undefined,
  action: (host: ProjectHost) => Promise<void>,
): Promise<void> {
  const hosts = id === undefined ? projects.all : [projects.get(id)];
  await Promise.all(hosts.map(action));
}

function toAcceptance(reason: string | undefined) {
  return reason === undefined || reason === '' ? undefined : { reason };
}
