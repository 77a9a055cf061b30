import { ACCEPT_ERRORS_COMMAND } from '../protocol/messages.js';
import { OPEN_REPORTED_PLACE_COMMAND } from '../protocol/report-messages.js';
import type { Settings } from '../protocol/settings.js';

/**
 * Every name that package.json contributes and the code uses. The manifest test keeps the two alike:
 * a command, setting, view or key is in both or in none.
 */
export const COMMANDS = {
  checkNow: 'mypyRatchet.checkNow',
  restart: 'mypyRatchet.restart',
  createBaseline: 'mypyRatchet.createBaseline',
  setUpProject: 'mypyRatchet.setUpProject',
  updateBaseline: 'mypyRatchet.updateBaseline',
  shrinkBaseline: 'mypyRatchet.shrinkBaseline',
  repairBaseline: 'mypyRatchet.repairBaseline',
  openBaseline: 'mypyRatchet.openBaseline',
  acceptErrors: ACCEPT_ERRORS_COMMAND,
  acceptNode: 'mypyRatchet.acceptNode',
  acceptAllNew: 'mypyRatchet.acceptAllNew',
  fixNode: 'mypyRatchet.fixNode',
  fixErrors: 'mypyRatchet.fixErrors',
  nextNewError: 'mypyRatchet.nextNewError',
  previousNewError: 'mypyRatchet.previousNewError',
  focusOnNewErrors: 'mypyRatchet.focusOnNewErrors',
  showAllErrors: 'mypyRatchet.showAllErrors',
  showLog: 'mypyRatchet.showLog',
  selectInterpreter: 'mypyRatchet.selectInterpreter',
  installMypy: 'mypyRatchet.installMypy',
  manageTrust: 'mypyRatchet.manageTrust',
  showDebugInformation: 'mypyRatchet.showDebugInformation',
  importSettings: 'mypyRatchet.importSettings',
  openError: 'mypyRatchet.openError',
  openBlocker: 'mypyRatchet.openBlocker',
  copyMessage: 'mypyRatchet.copyMessage',
  openDocumentation: 'mypyRatchet.openDocumentation',
  groupTree: 'mypyRatchet.groupTree',
  sortTree: 'mypyRatchet.sortTree',
  filterTree: 'mypyRatchet.filterTree',
  clearTreeFilter: 'mypyRatchet.clearTreeFilter',
  showMenu: 'mypyRatchet.showMenu',
  getStarted: 'mypyRatchet.getStarted',
  compareWith: 'mypyRatchet.compareWith',
  stopComparing: 'mypyRatchet.stopComparing',
  groupBranchByFile: 'mypyRatchet.groupBranchByFile',
  groupBranchByCategory: 'mypyRatchet.groupBranchByCategory',
  copyBranchSummary: 'mypyRatchet.copyBranchSummary',
  openBranchRow: 'mypyRatchet.openBranchRow',
  openBranchChanges: 'mypyRatchet.openBranchChanges',
  openReport: 'mypyRatchet.openReport',
  exportReport: 'mypyRatchet.exportReport',
  openReportedPlace: OPEN_REPORTED_PLACE_COMMAND,
} as const;

export type CommandName = keyof typeof COMMANDS;

/** Commands that make no sense without the node or the error they are run on. */
export const INTERNAL_COMMANDS: readonly CommandName[] = [
  'acceptErrors',
  'acceptNode',
  'manageTrust',
  'fixNode',
  'openError',
  'openBlocker',
  'copyMessage',
  'openDocumentation',
  'openBranchRow',
  'openBranchChanges',
  'openReportedPlace',
];

export const SETTINGS_SECTION = 'mypyRatchet';

/** One entry a setting: leaving one out, or inventing one, does not compile. */
export const SETTINGS: { readonly [Name in keyof Settings]: `mypyRatchet.${Name}` } = {
  enable: 'mypyRatchet.enable',
  projects: 'mypyRatchet.projects',
  interpreter: 'mypyRatchet.interpreter',
  args: 'mypyRatchet.args',
  targets: 'mypyRatchet.targets',
  configFile: 'mypyRatchet.configFile',
  baselineFile: 'mypyRatchet.baselineFile',
  engine: 'mypyRatchet.engine',
  run: 'mypyRatchet.run',
  shrinkOnSave: 'mypyRatchet.shrinkOnSave',
  diagnostics: 'mypyRatchet.diagnostics',
  baselineSeverity: 'mypyRatchet.baselineSeverity',
  focusOnNewErrors: 'mypyRatchet.focusOnNewErrors',
  explorerDecorations: 'mypyRatchet.explorerDecorations',
};

/** Settings that can make mypy run a program or read a file of the workspace's choosing. */
export const RESTRICTED_SETTINGS = [
  SETTINGS.projects,
  SETTINGS.interpreter,
  SETTINGS.args,
  SETTINGS.targets,
  SETTINGS.configFile,
  SETTINGS.baselineFile,
  SETTINGS.engine,
] as const;

export const VIEW_CONTAINER = 'mypyRatchet';

export const VIEWS = {
  categories: 'mypyRatchet.categories',
  branch: 'mypyRatchet.branch',
} as const;

/** Before the names of `AGENT_TOOLS`: VS Code knows the tools of all extensions by one name each. */
export const AGENT_TOOL_PREFIX = 'mypy-ratchet_';

/** The type of the report's webview panels. */
export const REPORT_PANEL = 'mypyRatchet.report';

/** The tour of the first steps; package.json names its steps. */
export const WALKTHROUGH = 'getStarted';

/** The type of the webview panel that makes a picture of the plot. */
export const PICTURE_PANEL = 'mypyRatchet.picture';

export const STATUS_ITEM = 'mypyRatchet.status';
export const LANGUAGE_STATUS_ITEM = 'mypyRatchet.languageStatus';

/** Keys that `when` clauses and the steps of the walkthrough in package.json read. */
export const CONTEXT_KEYS = {
  /** What the view says when it has no rows: a {@link ViewState}. */
  viewState: 'mypyRatchet.viewState',
  /** Some project has a result and no baseline. */
  canCreateBaseline: 'mypyRatchet.canCreateBaseline',
  /** Some project has a baseline that can be read. */
  hasBaseline: 'mypyRatchet.hasBaseline',
  hasNewErrors: 'mypyRatchet.hasNewErrors',
  /**
   * mypy is at work. VS Code never marks a step of the walkthrough whose condition holds already when
   * it reads the walkthrough, so each condition is there twice, with this and with its contrary: the
   * next check marks what is done.
   */
  isChecking: 'mypyRatchet.isChecking',
  /** Some project has a Python that runs mypy. */
  foundMypy: 'mypyRatchet.foundMypy',
  /** Some error of a committed baseline is gone. */
  hasFixed: 'mypyRatchet.hasFixed',
  /** Some project has a result. */
  hasResult: 'mypyRatchet.hasResult',
  /** Some rows of the tree are left out because a person said so. */
  isFiltered: 'mypyRatchet.isFiltered',
  /** Some project is compared with another commit. */
  isComparing: 'mypyRatchet.isComparing',
  /** The branch view is grouped by file, else by category. */
  branchByFile: 'mypyRatchet.branchByFile',
} as const;

/** The values of the key `viewState`; all but `rows` have a welcome in package.json. */
export const VIEW_STATES = [
  'rows',
  'noInterpreter',
  'broken',
  'waiting',
  'clean',
  'noBaseline',
  'noNewErrors',
  'filtered',
] as const;

export type ViewState = (typeof VIEW_STATES)[number];

/** What a tree row's `contextValue` is made of; package.json matches them one by one. */
export const NODE_TRAITS = {
  /** New errors in or below it. */
  acceptable: 'acceptable',
  /** Errors in or below it. */
  fixable: 'fixable',
  /** A single error. */
  error: 'error',
  /** An error code with a page in mypy's documentation. */
  documented: 'documented',
  /** An item of the branch view. */
  branchRow: 'branchRow',
} as const;
