#!/bin/sh
# The program that @vscode/test-electron starts in place of desktop VS Code.
exec "${MYPY_RATCHET_NODE:-node}" "$(dirname "$0")/../../../out/test/support/vscode-host/main.js" "$@"
