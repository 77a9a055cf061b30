/** A history on PyPI that a corpus can be made of again. */
export interface NamedHistory {
  /** The project's name on PyPI. */
  readonly project: string;
  /** As `--releases` takes it. */
  readonly releases: string;
  /** Folders in the source distribution; those that a release does not have are passed over. */
  readonly packages: readonly string[];
  readonly mypyArgs: readonly string[];
  /** What is installed beside mypy, as pip takes it. */
  readonly installs: readonly string[];
}

/**
 * By the name of the corpus. They are there to judge the matching rules, so no rule may be made
 * with a look at one of them.
 */
export const HISTORIES: ReadonlyMap<string, NamedHistory> = new Map([
  [
    // Without --strict: attr-defined, arg-type, union-attr and assignment are two thirds.
    'redis',
    {
      project: 'redis',
      releases: '4.2.0..7.4.1',
      packages: ['redis'],
      mypyArgs: ['--check-untyped-defs', '--ignore-missing-imports'],
      installs: [],
    },
  ],
  [
    // Uses SQLAlchemy, whose own types mypy sees.
    'flask-appbuilder',
    {
      project: 'flask-appbuilder',
      releases: '4.0.0..5.3.0',
      packages: ['flask_appbuilder'],
      mypyArgs: ['--check-untyped-defs', '--ignore-missing-imports'],
      installs: [
        'sqlalchemy==2.0.36',
        'flask==3.0.3',
        'marshmallow==3.23.1',
        'apispec==6.7.1',
        'click==8.1.7',
        'pyjwt==2.10.0',
      ],
    },
  ],
  [
    // Reformatted with black from 2.4.1 to 2.4.2.
    'paramiko',
    {
      project: 'paramiko',
      releases: '2.4.0..5.1.0',
      packages: ['paramiko'],
      mypyArgs: ['--strict', '--ignore-missing-imports'],
      installs: [],
    },
  ],
  [
    // Many small releases; two hundred small files that come and go.
    'streamlink',
    {
      project: 'streamlink',
      releases: '5.0.0..8.6.3',
      packages: ['src/streamlink'],
      mypyArgs: ['--strict', '--ignore-missing-imports'],
      installs: [],
    },
  ],
  [
    // Uses Django, with its stubs; files and functions often move.
    'django-allauth',
    {
      project: 'django-allauth',
      releases: '0.60.0..65.21.1',
      packages: ['allauth'],
      mypyArgs: ['--strict', '--ignore-missing-imports'],
      installs: ['django==5.2.8', 'django-stubs==5.2.7'],
    },
  ],
  [
    // Large, and few lines change from one release to the next.
    'django',
    {
      project: 'django',
      releases: '5.2..6.0.10',
      packages: ['django'],
      mypyArgs: ['--strict', '--ignore-missing-imports'],
      installs: [],
    },
  ],
]);
