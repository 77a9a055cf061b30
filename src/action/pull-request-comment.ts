import type { GitHubApi } from './github-api.js';

/** Where a comment belongs. */
export interface CommentPlace {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest: number;
}

/**
 * Keeps one comment on a pull request: writes it the first time, and replaces it later. What
 * somebody else wrote is never touched, whatever its first line; of several own ones, left by runs
 * at the same time, the oldest stays.
 *
 * @param body Begins with a line that only comments about this project have.
 */
export async function keepComment(
  api: GitHubApi,
  { repository, pullRequest }: CommentPlace,
  body: string,
): Promise<void> {
  const marker = firstLine(body);
  const login = await api.readLogin();
  const comments = await api.listComments(repository, pullRequest);
  const [own, ...surplus] = comments.filter(
    (comment) => comment.author === login && firstLine(comment.body) === marker,
  );
  if (own === undefined) {
    await api.createComment(repository, pullRequest, body);
    return;
  }
  await api.updateComment(repository, own.id, body);
  for (const { id } of surplus) await api.deleteComment(repository, id);
}

/** GitHub stores what it is sent; a person who edits in a browser sends `\r\n`. */
function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? '';
}
