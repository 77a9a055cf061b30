import type { TemporaryFolder } from '../files/temporary-folder.js';
import { createRepository } from '../git/repository.js';

/** Four errors in two files; a change in `models.py` makes a fifth in `services.py`. */
export const DEMO_FILES: Readonly<Record<string, string>> = {
  'mypy.ini': '[mypy]\nstrict = True\nwarn_unreachable = True\n',
  '.gitignore': '.mypy_cache/\n',
  'models.py': [
    'class User:',
    '    def __init__(self, name: str) -> None:',
    '        self.name = name',
    '',
    '',
    'def find(name):',
    '    return User(name)',
    '',
    '',
    'def age(user: User) -> int:',
    '    return user.name',
    '',
  ].join('\n'),
  'services.py': [
    'from models import User, age',
    '',
    '',
    'def greet(user: User) -> str:',
    '    return "Héllo 🎉 " + user.name',
    '',
    '',
    'def total(users: list[User], start: int = None) -> int:',
    '    return sum(age(user) for user in users) + start',
    '',
    '',
    'def first(users: list[User]) -> User:',
    '    return users[0] if users else None',
    '',
  ].join('\n'),
};

/** How many errors mypy finds in the demo project, from 1.4 to 2.4. */
export const DEMO_ERRORS = 4;

/** The edit that breaks `greet` in `services.py`, and what it replaces. */
export const BREAKING_EDIT = {
  path: 'models.py',
  from: 'self.name = name',
  to: 'self.name = name.encode()',
} as const;

/** Writes the demo project into a folder and commits it. */
export async function createDemoProject(folder: TemporaryFolder): Promise<void> {
  await folder.writeAll(DEMO_FILES);
  await createRepository(folder.path);
}
