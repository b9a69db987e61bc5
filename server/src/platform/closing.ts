/** What was started, ended in reverse order. One that fails to end does not keep the others from ending. */
export class Closing {
  readonly #steps: { readonly name: string; readonly end: () => void | Promise<void> }[] = [];
  #ending: Promise<readonly string[]> | undefined;

  add(name: string, end: () => void | Promise<void>): void {
    this.#steps.push({ name, end });
  }

  get isUnderWay(): boolean {
    return this.#ending !== undefined;
  }

  /** Ends everything once, however often it is called. Answers what failed to end. */
  close(): Promise<readonly string[]> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #end(): Promise<readonly string[]> {
    const failed: string[] = [];
    for (const { name, end } of this.#steps.toReversed()) {
      try {
        await end();
      } catch (error) {
        failed.push(`${name}: ${String(error)}`);
      }
    }
    return failed;
  }
}
