import type { Revision, RevisionList } from '../../core/branch/revision.js';
import type { Language } from '../../core/language/language.js';

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

const ICONS: Readonly<Record<Revision['kind'], string>> = {
  branch: '$(git-branch)',
  'remote-branch': '$(cloud)',
  tag: '$(tag)',
  commit: '$(git-commit)',
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
  language: Language,
): readonly RevisionItem[] {
  const groups = ['branch', 'remote-branch', 'tag', 'commit'] as const;
  const listed = groups.flatMap((kind): readonly RevisionItem[] => {
    const own = revisions.filter((one) => one.kind === kind && !one.isCurrent);
    if (own.length === 0) return [];
    return [
      { kind: 'heading', label: headingOf(kind, language) },
      ...own.map((one) => toItem(one, formatAge)),
    ];
  });
  const free = typed.trim();
  const isListed = free === '' || revisions.some(({ name }) => name === free);
  // Last, so that Enter takes a name that begins with what is typed.
  return [usualBase(language), ...listed, ...(isListed ? [] : [toTyped(free, language)])];
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

function usualBase({ say }: Language): RevisionItem {
  return {
    kind: 'revision',
    label: `$(git-merge) ${say('Where This Branch Began')}`,
    description: say('the merge base with the branch that it will go into'),
    revision: '',
  };
}

function headingOf(kind: Revision['kind'], { say }: Language): string {
  switch (kind) {
    case 'branch':
      return say('Branches');
    case 'remote-branch':
      return say('Remote branches');
    case 'tag':
      return say('Tags');
    case 'commit':
      return say('Commits');
  }
}

function toTyped(typed: string, { say }: Language): RevisionItem {
  const description = say('as typed');
  return { kind: 'revision', label: `$(edit) ${typed}`, description, revision: typed };
}
