import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that runs in a process of its own. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<void>;
  /** Orderly. */
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  readonly name: string;
  readonly launch: () => Promise<Running>;
  /** Where `<name>.pid` is kept. */
  readonly runFolder: string;
  readonly say: (line: string) => void;
}

const shortestPauseMs = 200;
const longestPauseMs = 10_000;
const steadyAfterMs = 30_000;

/** Keeps a process running: one that died is started again, after a pause that grows while it keeps dying. */
export class Supervised {
  #running: Running | undefined;
  #wanted = false;
  #deaths = 0;
  #pauseMs = shortestPauseMs;
  #wake: () => void = () => undefined;
  #watch: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisedOptions) {}

  get pid(): number | undefined {
    return this.#running?.pid;
  }

  /** How often it ended by itself since `start`. */
  get deaths(): number {
    return this.#deaths;
  }

  /** Fails where the first launch does. */
  async start(): Promise<void> {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#deaths = 0;
    try {
      await this.#launch();
    } catch (failure) {
      this.#wanted = false;
      throw failure;
    }
    this.#watch = this.#keepRunning();
  }

  /** Orderly, and it stays down until `start`. */
  stop(): Promise<void> {
    return this.#end((running) => running.stop());
  }

  /** SIGKILL, and it stays down until `start`. */
  halt(): Promise<void> {
    return this.#end(killed);
  }

  /** SIGKILL; it is started again like anything that died. */
  async kill(): Promise<void> {
    const running = this.#running;
    if (running === undefined) throw new Error(`${this.options.name} does not run`);
    await killed(running);
  }

  async #end(how: (running: Running) => Promise<void>): Promise<void> {
    this.#wanted = false;
    this.#wake();
    if (this.#running) await how(this.#running);
    await this.#watch;
    // What was launched again while we waited.
    if (this.#running) await how(this.#running);
    this.#forget();
  }

  async #launch(): Promise<void> {
    const { name, launch, runFolder } = this.options;
    this.#running = await launch();
    mkdirSync(runFolder, { recursive: true });
    writeFileSync(join(runFolder, `${name}.pid`), `${this.#running.pid}\n`);
  }

  async #keepRunning(): Promise<void> {
    while (this.#isWanted()) {
      const since = performance.now();
      await this.#running?.ended;
      this.#forget();
      if (!this.#isWanted()) return;
      this.#deaths += 1;
      this.#pauseMs = performance.now() - since > steadyAfterMs ? shortestPauseMs : this.#pauseMs;
      this.options.say(`${this.options.name} ended by itself; starting it again in ${this.#pauseMs} ms`);
      await this.#pause();
      if (!this.#isWanted()) return;
      try {
        await this.#launch();
      } catch (failure) {
        this.options.say(`${this.options.name}: ${failure instanceof Error ? failure.message : String(failure)}`);
      }
    }
  }

  #isWanted(): boolean {
    return this.#wanted;
  }

  #forget(): void {
    this.#running = undefined;
    rmSync(join(this.options.runFolder, `${this.options.name}.pid`), { force: true });
  }

  async #pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}

async function killed(running: Running): Promise<void> {
  try {
    process.kill(running.pid, 'SIGKILL');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
  }
  await running.ended;
}
