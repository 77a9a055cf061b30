import { Disposable, extensions, type LogOutputChannel } from 'vscode';

/** How an extension is found, and what it has to export. */
export interface OtherExtensionDescription<Api> {
  readonly id: string;
  readonly name: string;
  /** What it exports as we know it, or undefined. */
  readonly parse: (exports: unknown) => Api | undefined;
}

/** The API of an extension that a person may or may not have. */
export class OtherExtension<Api> {
  readonly #description: OtherExtensionDescription<Api>;
  readonly #log: LogOutputChannel;

  constructor(description: OtherExtensionDescription<Api>, log: LogOutputChannel) {
    this.#description = description;
    this.#log = log;
  }

  get isInstalled(): boolean {
    return extensions.getExtension(this.#description.id) !== undefined;
  }

  /** Asks it something; undefined where it is not there, or failed, which the log tells. */
  async ask<Answer>(question: (api: Api) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const api = await this.#activate();
      return api && (await question(api));
    } catch (error: unknown) {
      this.#log.warn(`The ${this.#description.name} extension did not answer: ${String(error)}`);
      return undefined;
    }
  }

  /** Listens to it as soon as it is active. */
  follow(subscribe: (api: Api) => { dispose(): void }): Disposable {
    let subscription: { dispose(): void } | undefined;
    let ended = false;
    void this.ask(async (api) => {
      if (!ended) subscription = subscribe(api);
    });
    return new Disposable(() => {
      ended = true;
      subscription?.dispose();
    });
  }

  async #activate(): Promise<Api | undefined> {
    const { id, name, parse } = this.#description;
    const extension = extensions.getExtension<unknown>(id);
    if (extension === undefined) return undefined;
    const api = parse(await extension.activate());
    if (api === undefined) this.#log.warn(`The ${name} extension has no API that we know.`);
    return api;
  }
}
