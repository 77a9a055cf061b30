import type { Revision, RevisionList } from '../../core/branch/revision.js';
import { phrase, verbatim } from '../../core/language/language.js';
import { isShallow } from './is-shallow.js';
import { runGit } from './run-git.js';

/** More names than these are typed rather than picked. */
const MOST_NAMES = 500;
const MOST_COMMITS = 50;

const REF_FORMAT = [
  '%(refname)',
  '%(refname:short)',
  '%(creatordate:unix)',
  '%(authorname)',
  '%(contents:subject)',
  '%(HEAD)',
  '%(symref)',
].join('%01');

/** @param folder Absolute, anywhere in the working tree. */
export async function listRevisions(folder: string): Promise<RevisionList> {
  const refs = [
    'for-each-ref',
    '--sort=-creatordate',
    `--count=${MOST_NAMES}`,
    `--format=${REF_FORMAT}`,
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ];
  const log = ['log', `--max-count=${MOST_COMMITS}`, '--format=%h%x01%ct%x01%an%x01%s'];
  const [named, recent, cut] = await Promise.all([
    runGit(folder, refs),
    runGit(folder, [...log, '--abbrev=10', 'HEAD', '--']),
    isShallow(folder),
  ]);
  if (named.kind === 'missing') return { kind: 'unknown', why: phrase('git is not installed') };
  if (named.kind === 'failed') {
    const isElsewhere = /not a git repository/i.test(named.stderr);
    return {
      kind: 'unknown',
      why: isElsewhere ? phrase('there is no git repository') : verbatim(named.stderr),
    };
  }
  if (recent.kind !== 'ok') return { kind: 'unknown', why: phrase('there is no commit yet') };
  const revisions = [...rowsOf(named.stdout, readRef), ...rowsOf(recent.stdout, readCommit)];
  return { kind: 'read', revisions, isShallow: cut };
}

function rowsOf(
  output: string,
  read: (fields: readonly string[]) => Revision | undefined,
): readonly Revision[] {
  return output.split('\n').flatMap((row) => (row === '' ? [] : (read(row.split('\x01')) ?? [])));
}

/** A symbolic reference such as `origin/HEAD` has the name of another and is left out. */
function readRef(fields: readonly string[]): Revision | undefined {
  const [ref = '', name = '', at = '', author = '', subject = '', head = '', symref = ''] = fields;
  if (symref !== '') return undefined;
  const kind = ref.startsWith('refs/tags/')
    ? 'tag'
    : ref.startsWith('refs/remotes/')
      ? 'remote-branch'
      : 'branch';
  return { kind, name, at: Number(at) * 1000, author, subject, isCurrent: head === '*' };
}

function readCommit(fields: readonly string[]): Revision | undefined {
  const [name = '', at = '', author = '', subject = ''] = fields;
  return { kind: 'commit', name, at: Number(at) * 1000, author, subject, isCurrent: false };
}
