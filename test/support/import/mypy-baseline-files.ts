/*
 * One program's errors in the three shapes that can be imported: mypy 2.4.1's own output in text and
 * JSON, and what mypy-baseline 0.7.4 wrote from the text (`mypy-baseline sync`). Some lines are left
 * out for length, the same ones from each.
 */

export const BASELINE = `shop/prix_é.py:0: note: Revealed type is "int"
shop/prix_é.py:0: error: Unused "type: ignore[arg-type]" comment  [unused-ignore]
shop/prix_é.py:0: error: Name "f" already defined on line 0  [no-redef]
shop/prix_é.py:0: error: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]
shop/prix_é.py:0: error: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]
shop/cart.py:0: error: Library stubs not installed for "yaml"  [import-untyped]
shop/cart.py:0: note: Hint: "python3 -m pip install types-PyYAML"
shop/cart.py:0: note: (or run "mypy --install-types" to install all missing stub packages)
shop/cart.py:0: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports
shop/cart.py:0: error: Incompatible return value type (got "str", expected "int")  [return-value]
shop/cart.py:0: error: Name "total" already defined on line 0  [no-redef]
shop/cart.py:0: error: Incompatible return value type (got "str", expected "int")  [return-value]
shop/cart.py:0: error: Incompatible return value type (got "int", expected "str")  [return-value]
shop/cart.py:0: error: Incompatible return value type (got "int", expected "str")  [return-value]
`;

export const MYPY_TEXT = `shop/prix_é.py:2: note: Revealed type is "int"
shop/prix_é.py:3: error: Unused "type: ignore[arg-type]" comment  [unused-ignore]
shop/prix_é.py:4: error: Name "f" already defined on line 1  [no-redef]
shop/prix_é.py:5: error: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]
shop/prix_é.py:6: error: Argument 1 to "f" has incompatible type "str"; expected "int"  [arg-type]
shop/cart.py:1: error: Library stubs not installed for "yaml"  [import-untyped]
shop/cart.py:1: note: Hint: "python3 -m pip install types-PyYAML"
shop/cart.py:1: note: (or run "mypy --install-types" to install all missing stub packages)
shop/cart.py:1: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports
shop/cart.py:10: error: Incompatible return value type (got "str", expected "int")  [return-value]
shop/cart.py:12: error: Name "total" already defined on line 9  [no-redef]
shop/cart.py:13: error: Incompatible return value type (got "str", expected "int")  [return-value]
shop/cart.py:22: error: Incompatible return value type (got "int", expected "str")  [return-value]
shop/cart.py:24: error: Incompatible return value type (got "int", expected "str")  [return-value]
Found 10 errors in 2 files (checked 3 source files)
`;

export const MYPY_JSON = String.raw`{"file": "shop/prix_\u00e9.py", "line": 2, "column": 16, "end_line": 2, "end_column": 17, "message": "Revealed type is \"int\"", "hint": null, "code": "misc", "severity": "note"}
{"file": "shop/prix_\u00e9.py", "line": 3, "column": -1, "end_line": 3, "end_column": -1, "message": "Unused \"type: ignore[arg-type]\" comment", "hint": null, "code": "unused-ignore", "severity": "error"}
{"file": "shop/prix_\u00e9.py", "line": 4, "column": 0, "end_line": 4, "end_column": 26, "message": "Name \"f\" already defined on line 1", "hint": null, "code": "no-redef", "severity": "error"}
{"file": "shop/prix_\u00e9.py", "line": 5, "column": 2, "end_line": 5, "end_column": 5, "message": "Argument 1 to \"f\" has incompatible type \"str\"; expected \"int\"", "hint": null, "code": "arg-type", "severity": "error"}
{"file": "shop/prix_\u00e9.py", "line": 6, "column": 2, "end_line": 6, "end_column": 5, "message": "Argument 1 to \"f\" has incompatible type \"str\"; expected \"int\"", "hint": null, "code": "arg-type", "severity": "error"}
{"file": "shop/cart.py", "line": 1, "column": 0, "end_line": 1, "end_column": 1, "message": "Library stubs not installed for \"yaml\"", "hint": "Hint: \"python3 -m pip install types-PyYAML\"\n(or run \"mypy --install-types\" to install all missing stub packages)\nSee https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports", "code": "import-untyped", "severity": "error"}
{"file": "shop/cart.py", "line": 10, "column": 15, "end_line": 10, "end_column": 24, "message": "Incompatible return value type (got \"str\", expected \"int\")", "hint": null, "code": "return-value", "severity": "error"}
{"file": "shop/cart.py", "line": 12, "column": 4, "end_line": 13, "end_column": 24, "message": "Name \"total\" already defined on line 9", "hint": null, "code": "no-redef", "severity": "error"}
{"file": "shop/cart.py", "line": 13, "column": 15, "end_line": 13, "end_column": 24, "message": "Incompatible return value type (got \"str\", expected \"int\")", "hint": null, "code": "return-value", "severity": "error"}
{"file": "shop/cart.py", "line": 22, "column": 11, "end_line": 22, "end_column": 12, "message": "Incompatible return value type (got \"int\", expected \"str\")", "hint": null, "code": "return-value", "severity": "error"}
{"file": "shop/cart.py", "line": 24, "column": 11, "end_line": 24, "end_column": 12, "message": "Incompatible return value type (got \"int\", expected \"str\")", "hint": null, "code": "return-value", "severity": "error"}
`;
