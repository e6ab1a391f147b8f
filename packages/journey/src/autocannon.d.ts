// What is used of autocannon 9, which brings no declarations; those of @types describe 7.
declare module 'autocannon' {
  interface Request {
    readonly method?: 'GET' | 'POST';
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly setupRequest?: (request: Request) => Request;
  }

  interface Settings {
    readonly url: string;
    readonly connections?: number;
    /** In seconds. */
    readonly duration?: number;
    readonly requests?: readonly Request[];
  }

  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** In seconds. */
    readonly duration: number;
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  }

  function autocannon(settings: Settings): Promise<Result>;
  export = autocannon;
}
