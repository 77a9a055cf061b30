import assert from 'node:assert/strict';
import { agreeOn, withTree } from '../support/mypy/agreement.js';
import { interpreterWithPlugins, VERSION } from '../support/mypy/interpreters.js';

const PYDANTIC = {
  'mypy.ini': [
    '[mypy]',
    'plugins = pydantic.mypy',
    '[pydantic-mypy]',
    'init_typed = True',
    'init_forbid_extra = True',
    '',
  ].join('\n'),
  'model.py': [
    'from pydantic import BaseModel, Field',
    '',
    'class User(BaseModel):',
    '    name: str',
    '    age: int = Field(default=1)',
    '',
    'User(name=1)',
    'User(nme="é")',
    // Only the plugin knows what this takes.
    'User.model_construct(name=2)',
    '',
  ].join('\n'),
};

const SQLALCHEMY = {
  'mypy.ini': '[mypy]\nplugins = sqlalchemy.ext.mypy.plugin\n',
  'model.py': [
    'from sqlalchemy import Column, Integer, String',
    'from sqlalchemy.orm import declarative_base',
    '',
    'Base = declarative_base()',
    '',
    'class User(Base):',
    '    __tablename__ = "user"',
    '    id = Column(Integer, primary_key=True)',
    '    name = Column(String)',
    '',
    // Only the plugin knows what both are.
    'user = User(name=1)',
    'x: int = user.name',
    '',
  ].join('\n'),
};

describe(`${VERSION}, as a person runs it: plugins`, () => {
  const plugins = [
    [
      'pydantic',
      PYDANTIC,
      'from pydantic import BaseModel, Field\n',
      ['model.py:7 arg-type', 'model.py:8 call-arg', 'model.py:9 arg-type'],
    ],
    [
      'SQLAlchemy',
      SQLALCHEMY,
      'from sqlalchemy.orm import declarative_base\n',
      ['model.py:11 arg-type', 'model.py:12 assignment'],
    ],
  ] as const;
  for (const [name, tree, imports, expected] of plugins) {
    it(name, () =>
      withTree(tree, async (folder) => {
        const { errors } = await agreeOn(folder, {
          interpreter: interpreterWithPlugins(),
          warmedBy: { 'mypy.ini': tree['mypy.ini'], 'warm_the_cache.py': imports },
        });
        assert.deepEqual(errors, expected);
      }),
    ).timeout(600_000);
  }
});
