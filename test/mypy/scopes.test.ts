import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ScopeIndex } from '../../src/workspace/source/scope-index.js';
import { decodeSource } from '../../src/workspace/source/source-text.js';
import { interpreterOf, VERSION } from '../support/mypy/interpreters.js';

/** Prints, for each file of Python's own library, where its functions and classes are. */
const PRINT_SCOPES = `
import ast, json, os, warnings

warnings.simplefilter("ignore")

def visit(node, outer, found):
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            visit(child, outer, found)
            continue
        name = f"{outer}.{child.name}" if outer else child.name
        first = min([child.lineno, *(one.lineno for one in child.decorator_list)])
        found.append([name, first, child.end_lineno, child.lineno, child.col_offset])
        visit(child, name, found)

library = os.path.dirname(os.__file__)
for name in sorted(os.listdir(library)):
    if not name.endswith(".py"):
        continue
    path = os.path.join(library, name)
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    found = []
    visit(tree, "", found)
    print(json.dumps([path, found]))
`;

type PrintedScope = readonly [
  name: string,
  firstLine: number,
  lastLine: number,
  definitionLine: number,
  /** Bytes before the keyword, which are spaces. */
  column: number,
];

describe('the scopes of a file', function () {
  this.timeout(120_000);

  it("are those that Python finds, in all of Python's own library", () => {
    const printed = execFileSync(interpreterOf(VERSION), ['-c', PRINT_SCOPES], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const rows = printed.trimEnd().split('\n');
    assert.ok(rows.length > 100);
    for (const row of rows) {
      const [path, scopes]: [string, readonly PrintedScope[]] = JSON.parse(row);
      assert.deepEqual(listOurs(path), listTheirs(path, scopes), path);
    }
  });
});

/** The innermost scope of each line that is neither blank nor a comment, and where it is defined. */
function listOurs(path: string): readonly string[] {
  const source = readSource(path);
  const index = ScopeIndex.parse(source);
  return listCode(source.lines, (line) => {
    const scope = index.at(line);
    return scope && `${scope.name} ${scope.definitionLine}:${scope.keywordCharacter}`;
  });
}

function listTheirs(path: string, scopes: readonly PrintedScope[]): readonly string[] {
  const { lines } = readSource(path);
  const inner: string[] = [];
  for (const [name, firstLine, lastLine, definitionLine, column] of scopes) {
    for (let line = firstLine; line <= lastLine; line++)
      inner[line] = `${name} ${definitionLine}:${column}`;
  }
  return listCode(lines, (line) => inner[line]);
}

function listCode(
  lines: readonly string[],
  describeLine: (line: number) => string | undefined,
): readonly string[] {
  return lines.flatMap((text, index) =>
    /^\s*(?:#|$)/.test(text) ? [] : [`${index + 1} ${describeLine(index + 1)}`],
  );
}

function readSource(path: string) {
  return decodeSource({
    asText: () => readFileSync(path, 'utf8'),
    asBytes: () => readFileSync(path),
  });
}
