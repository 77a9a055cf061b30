import { Disposable, EventEmitter, extensions, type LogOutputChannel } from 'vscode';
import { answerWithin } from './answer-within.js';

/** A check waits for the answer. They look for environments first, which takes them seconds. */
const PATIENCE_MS = 30_000;

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
  readonly #answeredLate = new EventEmitter<void>();
  /** An answer that nobody waited for any longer has come: whoever asked may ask again. */
  readonly onDidAnswerLate = this.#answeredLate.event;

  constructor(description: OtherExtensionDescription<Api>, log: LogOutputChannel) {
    this.#description = description;
    this.#log = log;
  }

  get isInstalled(): boolean {
    return extensions.getExtension(this.#description.id) !== undefined;
  }

  /**
   * Asks it something; undefined where it is not there, failed, or does not answer for half a minute,
   * which the log tells.
   */
  async ask<Answer>(question: (api: Api) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      const timely = await answerWithin(this.#put(question), PATIENCE_MS, () =>
        this.#answeredLate.fire(),
      );
      if (timely.kind === 'answered') return timely.answer;
      this.#warn(`does not answer. We go on without it, and look again when it does.`);
    } catch (error: unknown) {
      this.#warn(`did not answer: ${String(error)}`);
    }
    return undefined;
  }

  /** Listens to it as soon as it is active. */
  follow(subscribe: (api: Api) => { dispose(): void }): Disposable {
    let subscription: { dispose(): void } | undefined;
    let ended = false;
    this.#activate().then(
      (api) => {
        if (!ended && api !== undefined) subscription = subscribe(api);
      },
      (error: unknown) => this.#warn(`was not activated: ${String(error)}`),
    );
    return new Disposable(() => {
      ended = true;
      subscription?.dispose();
    });
  }

  async #put<Answer>(question: (api: Api) => Promise<Answer>): Promise<Answer | undefined> {
    const api = await this.#activate();
    return api && (await question(api));
  }

  async #activate(): Promise<Api | undefined> {
    const { id, parse } = this.#description;
    const extension = extensions.getExtension<unknown>(id);
    if (extension === undefined) return undefined;
    const api = parse(await extension.activate());
    if (api === undefined) this.#warn('has no API that we know.');
    return api;
  }

  #warn(what: string): void {
    this.#log.warn(`The ${this.#description.name} extension ${what}`);
  }
}
