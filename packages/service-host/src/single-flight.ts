/**
 * Calls `ask` once however many want its answer at the same time, and hands the answer out until it is `freshForMs` old. A failure
 * is not kept: whoever comes after it asks again.
 */
export function singleFlight<Answer>(
  ask: () => Promise<Answer>,
  freshForMs: number,
  now: () => number = Date.now,
): () => Promise<Answer> {
  let underWay: Promise<Answer> | undefined;
  let kept: { readonly answer: Answer; readonly until: number } | undefined;

  async function fly(): Promise<Answer> {
    try {
      const answer = await ask();
      kept = { answer, until: now() + freshForMs };
      return answer;
    } finally {
      underWay = undefined;
    }
  }

  return () => {
    if (underWay) return underWay;
    if (kept && now() < kept.until) return Promise.resolve(kept.answer);
    underWay = fly();
    return underWay;
  };
}
