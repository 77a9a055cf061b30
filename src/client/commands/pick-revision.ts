import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { RevisionList } from '../../core/branch/revision.js';
import type { Language } from '../../core/language/language.js';
import { formatAge } from '../branch/format-age.js';
import { listRevisionItems, type RevisionItem } from '../branch/revision-items.js';

interface PickedItem extends QuickPickItem {
  readonly revision: string;
}

/** The revision that the person picks or types; empty for the usual base, undefined for none. */
export function pickRevision(
  list: Extract<RevisionList, { kind: 'read' }>,
  language: Language,
): Promise<string | undefined> {
  const pick = window.createQuickPick<PickedItem>();
  const now = Date.now();
  const listItems = () =>
    listRevisionItems(list, pick.value, (at) => formatAge(at, now, language), language).map(
      toQuickPickItem,
    );
  pick.title = list.isShallow
    ? language.say('Compare With… (this clone is shallow: older commits are missing)')
    : language.say('Compare With…');
  pick.placeholder = language.say(
    'A branch, tag or commit; what it has in common with HEAD is compared with',
  );
  pick.matchOnDescription = true;
  pick.items = listItems();
  pick.onDidChangeValue(() => {
    pick.items = listItems();
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.revision);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function toQuickPickItem(item: RevisionItem): PickedItem {
  if (item.kind === 'heading') {
    return { kind: QuickPickItemKind.Separator, label: item.label, revision: '' };
  }
  const { label, description, revision } = item;
  return { label, description, revision };
}
