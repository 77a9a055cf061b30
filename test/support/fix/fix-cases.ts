import type { FixKind } from '../../../src/core/fix/fix.js';

/** A file with errors, and what it is once all fixes of a kind were made. */
export interface FixCase {
  readonly name: string;
  readonly kind: FixKind;
  readonly before: string;
  readonly after: string;
}

function fixCase(kind: FixKind, name: string, before: string, after: string): FixCase {
  return { name, kind, before, after };
}

const TAKES = 'def takes(a: int, b: int = 0) -> int: return a\n';

function ignore(name: string, before: string, after: string): FixCase {
  return fixCase('ignore', name, TAKES + before, TAKES + after);
}

/** Each in a file of its own, so that one run of mypy is enough for all. */
export const FIX_CASES: readonly FixCase[] = [
  ignore('a plain line', 'takes("")\n', 'takes("")  # type: ignore[arg-type]\n'),
  ignore('no line end at the end', 'takes("")', 'takes("")  # type: ignore[arg-type]'),
  ignore('blanks at the end', 'takes("") \t\n', 'takes("")  # type: ignore[arg-type] \t\n'),
  ignore(
    'line ends of Windows',
    'takes("")\r\ntakes("")\r\n',
    'takes("")  # type: ignore[arg-type]\r\ntakes("")  # type: ignore[arg-type]\r\n',
  ),
  ignore(
    'another comment',
    'takes("") # noqa: E1\n',
    'takes("") # type: ignore[arg-type]  # noqa: E1\n',
  ),
  ignore(
    'an ignored code',
    'x: str = takes("")  # type: ignore[assignment]\n',
    'x: str = takes("")  # type: ignore[assignment, arg-type]\n',
  ),
  ignore(
    'an ignored code with a reason',
    'x: str = takes("")  #type:ignore[assignment ] # why\n',
    'x: str = takes("")  #type:ignore[assignment, arg-type ] # why\n',
  ),
  ignore(
    'two codes on one line',
    'x: str = takes("")\n',
    'x: str = takes("")  # type: ignore[arg-type, assignment]\n',
  ),
  ignore('two errors of one code', 'takes("", "")\n', 'takes("", "")  # type: ignore[arg-type]\n'),
  ignore(
    'a call on several lines',
    'takes(\n    1,\n    "",\n)\n',
    'takes(\n    1,\n    "",  # type: ignore[arg-type]\n)\n',
  ),
  ignore(
    'a call that is wrong as a whole',
    'takes(\n    1,\n    2,\n    3,\n)\n',
    'takes(  # type: ignore[call-arg]\n    1,\n    2,\n    3,\n)\n',
  ),
  ignore(
    'a string of several lines',
    'takes("""\n# no comment\n""")\n',
    'takes("""\n# no comment\n""")  # type: ignore[arg-type]\n',
  ),
  ignore(
    'a formatted string of several lines',
    'takes(f"""\n{1} # no comment\n""")\n',
    'takes(f"""\n{1} # no comment\n""")  # type: ignore[arg-type]\n',
  ),
  ignore(
    'a backslash',
    'y = 1 + \\\n    takes("")\n',
    'y = 1 + \\\n    takes("")  # type: ignore[arg-type]\n',
  ),
  ignore(
    'an expression over a backslash',
    'y = takes(1) + \\\n    ""\n',
    'y = takes(1) + \\\n    ""  # type: ignore[operator]\n',
  ),
  ignore('a hash in a string', 'takes("#")\n', 'takes("#")  # type: ignore[arg-type]\n'),
  ignore('other letters', 'takes("日本 🎉 é")\n', 'takes("日本 🎉 é")  # type: ignore[arg-type]\n'),
  ignore('tabs', 'if True:\n\ttakes("")\n', 'if True:\n\ttakes("")  # type: ignore[arg-type]\n'),
  ignore(
    'a decorated function',
    'def deco(f: object) -> object: return f\n@deco\ndef g(a): return a\n',
    'def deco(f: object) -> object: return f\n@deco\ndef g(a): return a  # type: ignore[no-untyped-def]\n',
  ),
  ignore(
    'a signature of several lines',
    'def g(\n    a: int = "",\n): pass\n',
    'def g(  # type: ignore[no-untyped-def]\n    a: int = "",  # type: ignore[assignment]\n): pass\n',
  ),
  ignore(
    'a class',
    'class C(\n    int,\n    takes,\n): pass\n',
    'class C(\n    int,\n    takes,  # type: ignore[misc, valid-type]\n): pass\n',
  ),
  ignore(
    'an import of several lines',
    'from typing import (\n    Nothing,\n)\n',
    'from typing import (  # type: ignore[attr-defined]\n    Nothing,\n)\n',
  ),
  ignore(
    'a type comment',
    'x = ""  # type: int  # why\n',
    'x = ""  # type: int  # type: ignore[assignment]  # why\n',
  ),

  fixCase(
    'unused-ignore',
    'removes a whole comment',
    'x = 1  # type: ignore\ny = 2 # type: ignore[misc]\n',
    'x = 1\ny = 2\n',
  ),
  fixCase(
    'unused-ignore',
    'keeps another comment',
    'x = 1  # type: ignore[misc]  # noqa\ny = 1  # type: ignore # why\n',
    'x = 1  # noqa\ny = 1  # why\n',
  ),
  fixCase(
    'unused-ignore',
    'removes one code of several',
    'x: int = ""  # type: ignore[misc, assignment]\ny: int = ""  # type: ignore[assignment, misc] # a\n',
    'x: int = ""  # type: ignore[assignment]\ny: int = ""  # type: ignore[assignment] # a\n',
  ),
  fixCase(
    'unused-ignore',
    'removes both of two codes',
    'x = 1  # type: ignore[misc, assignment]\n',
    'x = 1\n',
  ),
  fixCase(
    'unused-ignore',
    'removes a line of its own',
    '"""Docs."""\n# type: ignore\r\nx = 1\n',
    '"""Docs."""\nx = 1\n',
  ),

  fixCase(
    'name-codes',
    'names the codes',
    'x: int = ""  # type: ignore # why\ny: int = len(1, 2)  # type: ignore\n',
    'x: int = ""  # type: ignore[assignment] # why\ny: int = len(1, 2)  # type: ignore[arg-type, call-arg]\n',
  ),

  fixCase(
    'return-none',
    'functions and methods',
    'def f():\n    print(1)\nclass C:\n    def g(self):\n        pass\n    async def h(self): print("é")\n',
    'def f() -> None:\n    print(1)\nclass C:\n    def g(self) -> None:\n        pass\n    async def h(self) -> None: print("é")\n',
  ),
  fixCase(
    'return-none',
    'parameters on several lines, decorators and comments',
    'from functools import cache\n@cache\ndef f(\n    a: int,  # )\n    b: str = ")",\n):  # :\n    print(a, b)\n',
    'from functools import cache\n@cache\ndef f(\n    a: int,  # )\n    b: str = ")",\n) -> None:  # :\n    print(a, b)\n',
  ),
  fixCase(
    'return-none',
    'not where something is returned or yielded',
    'def f(a: int):\n    def g(b: int) -> int: return b\n    if a: return\n    return None\ndef h(a: int):\n    if a: return a\ndef i(a: int):\n    yield a\n',
    'def f(a: int) -> None:\n    def g(b: int) -> int: return b\n    if a: return\n    return None\ndef h(a: int):\n    if a: return a\ndef i(a: int):\n    yield a\n',
  ),
  fixCase(
    'return-none',
    'functions in functions',
    'def f() -> None:\n    def g():\n        def h():\n            print(1)\n        h()\n    g()\n',
    'def f() -> None:\n    def g() -> None:\n        def h() -> None:\n            print(1)\n        h()\n    g()\n',
  ),
  fixCase(
    'return-none',
    'not where the body then has errors',
    'class C:\n    def good(self):\n        print(1)\n    def bad(self):\n        self.x = {}\n',
    'class C:\n    def good(self) -> None:\n        print(1)\n    def bad(self):\n        self.x = {}\n',
  ),
  fixCase(
    'return-none',
    'not where a caller wants the value',
    'def good():\n    print(1)\ndef bad():\n    print(1)\ndef caller() -> int:\n    x = bad()\n    return 1\n',
    'def good() -> None:\n    print(1)\ndef bad():\n    print(1)\ndef caller() -> int:\n    x = bad()\n    return 1\n',
  ),
  fixCase(
    'return-none',
    'not what is there to be overridden',
    'class C:\n    def f(self):\n        """Docs."""\n        raise NotImplementedError\n',
    'class C:\n    def f(self):\n        """Docs."""\n        raise NotImplementedError\n',
  ),

  fixCase(
    'optional',
    'parameters',
    'def f(a: int = None, *, b: "str" = None, c: list[int] = None) -> None: print(a)\n',
    'def f(a: int | None = None, *, b: "str | None" = None, c: list[int] | None = None) -> None: print(a)\n',
  ),
  fixCase(
    'optional',
    'variables and attributes',
    'from typing import Union\nx: int = None  # why\nclass C:\n    y: Union[int, str] = None\n    def __init__(self) -> None:\n        self.z: (int) = None\n',
    'from typing import Union\nx: int | None = None  # why\nclass C:\n    y: Union[int, str] | None = None\n    def __init__(self) -> None:\n        self.z: (int) | None = None\n',
  ),
  fixCase(
    'optional',
    'types on several lines',
    'def f(a: dict[\n    str,\n    "int",\n] = None, b: (int |\n    str) = None) -> None: print(a, b)\n',
    'def f(a: dict[\n    str,\n    "int",\n] | None = None, b: (int |\n    str) | None = None) -> None: print(a, b)\n',
  ),
  fixCase(
    'optional',
    'not where None is not expected',
    'def f(a: int = None) -> int:\n    return a + 1\n',
    'def f(a: int = None) -> int:\n    return a + 1\n',
  ),

  fixCase(
    'await',
    'arguments, values, loops and statements',
    'async def one() -> int: return 1\nasync def many() -> list[int]: return []\nasync def f() -> int:\n    x: int = one()\n    print(x + int(str(one().bit_length())))\n    for y in many(): print(y)\n    print(many()[0])\n    one()\n    return one()\n',
    'async def one() -> int: return 1\nasync def many() -> list[int]: return []\nasync def f() -> int:\n    x: int = await one()\n    print(x + int(str((await one()).bit_length())))\n    for y in await many(): print(y)\n    print((await many())[0])\n    await one()\n    return await one()\n',
  ),
  fixCase(
    'await',
    'nothing where nobody may wait',
    'async def one() -> int: return 1\ndef f() -> int:\n    return one()\nasync def g() -> None:\n    h = lambda: one().real\n    print(sum(one().real for _ in "a"), h)\n',
    'async def one() -> int: return 1\ndef f() -> int:\n    return one()\nasync def g() -> None:\n    h = lambda: one().real\n    print(sum(one().real for _ in "a"), h)\n',
  ),

  fixCase(
    'return',
    'a function that may return None',
    'from typing import Optional\ndef f(a: int) -> Optional[int]:\n    if a:\n        return 1  # one\n\n\ndef g(a: int) -> "int | None":\n    for _ in "a":\n        if a: return 1\n    # nothing found',
    'from typing import Optional\ndef f(a: int) -> Optional[int]:\n    if a:\n        return 1  # one\n    return None\n\n\ndef g(a: int) -> "int | None":\n    for _ in "a":\n        if a: return 1\n    return None\n    # nothing found',
  ),
  fixCase(
    'return',
    'nothing where something has to be returned',
    'def f(a: int) -> int:\n    if a: return 1\n',
    'def f(a: int) -> int:\n    if a: return 1\n',
  ),
];

/** The same for a Python that has no `X | Y` as a type. */
export const OLD_PYTHON_CASES: readonly FixCase[] = [
  fixCase(
    'optional',
    'an import of its own, behind the documentation',
    '#!/usr/bin/env python\n"""Docs."""\n\nX = 1\ndef f(a: int = None, b: "str" = None) -> None: print(a, b)\n',
    '#!/usr/bin/env python\n"""Docs."""\n\nfrom typing import Optional\n\nX = 1\ndef f(a: Optional[int] = None, b: Optional["str"] = None) -> None: print(a, b)\n',
  ),
  fixCase(
    'optional',
    'another import of the module, in its order',
    'import os\nfrom typing import Any, Union\nx: Any = os\ny: Union[int, str] = None\n',
    'import os\nfrom typing import Any, Optional, Union\nx: Any = os\ny: Optional[Union[int, str]] = None\n',
  ),
  fixCase(
    'optional',
    'the name that there is',
    'import typing as t\nfrom typing import Any\nx: int = None\n',
    'import typing as t\nfrom typing import Any\nx: t.Optional[int] = None\n',
  ),
  fixCase(
    'optional',
    'an import in front of others',
    'import os\nx: int = None\ny = os\n',
    'from typing import Optional\nimport os\nx: Optional[int] = None\ny = os\n',
  ),
  fixCase(
    'optional',
    'annotations that are not evaluated',
    'from __future__ import annotations\nx: int = None\n',
    'from __future__ import annotations\nx: int | None = None\n',
  ),
];
