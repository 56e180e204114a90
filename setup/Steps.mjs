/**
 * Prints numbered steps, one line each: `[2/6] Docker Engine … 3 s`. A step that takes long shows life every
 * `aliveMs` with the last thing that it said, so that a quiet terminal always means a fault.
 */
export class Steps {
  #total;
  #write;
  #aliveMs;
  #now;
  #number = 0;

  /** `write` takes one whole line, without its line feed. */
  constructor(
    total,
    { write = (line) => console.log(line), aliveMs = 10_000, now = () => performance.now() } = {},
  ) {
    this.#total = total;
    this.#write = write;
    this.#aliveMs = aliveMs;
    this.#now = now;
  }

  /**
   * Runs one step. `work` is given `say(text)`, whose text is printed at most once in `aliveMs`. `outcome(result)` is
   * what the closing line says; the result itself is returned as it is.
   * @template T
   * @param {string} name
   * @param {(say: (text: string) => void) => Promise<T>} work
   * @param {(result: T) => string} [outcome]
   */
  async run(name, work, outcome = () => 'ready') {
    this.#number += 1;
    const started = this.#now();
    const elapsed = () => `${((this.#now() - started) / 1000).toFixed(1)} s`;
    const head = `[${this.#number}/${this.#total}] ${name}`;
    let doing = '';
    const alive = setInterval(
      () => this.#write(`${head}: ${doing || 'working'} (${elapsed()})`),
      this.#aliveMs,
    );
    const say = (text) => {
      const line = lastLine(text);
      if (line === '') return;
      if (doing === '') this.#write(`${head}: ${line}`);
      doing = line;
    };
    try {
      const result = await work(say);
      this.#write(`${head}: ${outcome(result)} (${elapsed()})`);
      return result;
    } finally {
      clearInterval(alive);
    }
  }
}

/** The last line that says something, without colours and control characters, at most 120 characters of it. */
export function lastLine(text) {
  const lines = String(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminals begin with one
    .replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '')
    .split(/[\r\n]+/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a tool prints must not steer the terminal
    .map((line) => line.replace(/[\u0000-\u001f\u007f]/g, ' ').trim());
  return (lines.filter((line) => line !== '').at(-1) ?? '').slice(0, 120);
}
