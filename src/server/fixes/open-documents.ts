import type {
  Connection,
  DidChangeTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The texts of open files, which may not be on disk yet: fixes are made in them. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  /** Hears what happens to them. That one was opened is told by whoever hears of that. */
  listen(connection: Connection): void {
    connection.onDidChangeTextDocument((params) => this.#change(params));
    connection.onDidCloseTextDocument(({ textDocument }) => {
      this.#documents.delete(textDocument.uri);
    });
  }

  open({ textDocument }: DidOpenTextDocumentParams): void {
    const { uri, languageId, version, text } = textDocument;
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
  }

  #change({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#documents.get(textDocument.uri);
    if (document !== undefined) TextDocument.update(document, contentChanges, textDocument.version);
  }

  /** Undefined for a file that is not open. */
  textOf(uri: string): string | undefined {
    return this.#documents.get(uri)?.getText();
  }
}
