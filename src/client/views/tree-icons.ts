import { ThemeColor, ThemeIcon } from 'vscode';
import type { Priority } from '../../core/category/category.js';
import type { ErrorItem, ShownProblem } from '../../protocol/messages.js';

/** Told apart by shape as well as by colour, for those who do not see the colours. */
export function priorityIcon(priority: Priority): ThemeIcon {
  switch (priority) {
    case 'high':
      return new ThemeIcon('flame', new ThemeColor('charts.red'));
    case 'medium':
      return new ThemeIcon('circle-filled', new ThemeColor('charts.yellow'));
    case 'low':
      return new ThemeIcon('circle-outline', new ThemeColor('charts.blue'));
  }
}

export function errorIcon(status: ErrorItem['status'], compared: boolean): ThemeIcon {
  if (!compared) return new ThemeIcon('circle-small-filled');
  switch (status) {
    case 'new':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'accepted':
      return new ThemeIcon('pass', new ThemeColor('list.warningForeground'));
    case 'baseline':
      return new ThemeIcon('circle-small-filled');
  }
}

export function problemIcon({ severity }: ShownProblem): ThemeIcon {
  return severity === 'error'
    ? new ThemeIcon('error', new ThemeColor('list.errorForeground'))
    : new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
}
