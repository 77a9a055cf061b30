import type { Revision, RevisionList } from '../../core/branch/revision.js';

/** A line of the list from which a revision is picked. */
export type RevisionItem =
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'revision';
      /** With VS Code's `$(icon)`s. */
      readonly label: string;
      readonly description: string;
      /** As git takes it; empty for the usual base. */
      readonly revision: string;
    };

type ReadRevisions = Extract<RevisionList, { kind: 'read' }>;

const HEADINGS: Readonly<Record<Revision['kind'], string>> = {
  branch: 'Branches',
  'remote-branch': 'Remote branches',
  tag: 'Tags',
  commit: 'Commits',
};

const ICONS: Readonly<Record<Revision['kind'], string>> = {
  branch: '$(git-branch)',
  'remote-branch': '$(cloud)',
  tag: '$(tag)',
  commit: '$(git-commit)',
};

const USUAL: RevisionItem = {
  kind: 'revision',
  label: '$(git-merge) Where This Branch Began',
  description: 'the merge base with the branch that it will go into',
  revision: '',
};

/**
 * What can be picked, the likeliest first.
 *
 * @param typed What the person has typed: any revision that git knows, `HEAD~3`.
 * @param formatAge Words how long ago an epoch time in ms is.
 */
export function listRevisionItems(
  { revisions }: ReadRevisions,
  typed: string,
  formatAge: (epochMs: number) => string,
): readonly RevisionItem[] {
  const groups = ['branch', 'remote-branch', 'tag', 'commit'] as const;
  const listed = groups.flatMap((kind): readonly RevisionItem[] => {
    const own = revisions.filter((one) => one.kind === kind && !one.isCurrent);
    if (own.length === 0) return [];
    return [
      { kind: 'heading', label: HEADINGS[kind] },
      ...own.map((one) => toItem(one, formatAge)),
    ];
  });
  const free = typed.trim();
  const isListed = free === '' || revisions.some(({ name }) => name === free);
  // Last, so that Enter takes a name that begins with what is typed.
  return [USUAL, ...listed, ...(isListed ? [] : [toTyped(free)])];
}

function toItem(
  { kind, name, at, author, subject }: Revision,
  formatAge: (epochMs: number) => string,
): RevisionItem {
  const about = [formatAge(at), author, subject].filter((part) => part !== '');
  return {
    kind: 'revision',
    label: `${ICONS[kind]} ${name}`,
    description: about.join(' · '),
    revision: name,
  };
}

function toTyped(typed: string): RevisionItem {
  return { kind: 'revision', label: `$(edit) ${typed}`, description: 'as typed', revision: typed };
}
