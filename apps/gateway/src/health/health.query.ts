import type { Service } from '@pledge/contracts';
import { services } from '@pledge/contracts';
import type { getHealth, ReplyOf } from '@pledge/contracts/http';
import { z } from 'zod';

export type Stack = ReplyOf<typeof getHealth>;
export type Ask = (service: Service) => Promise<unknown>;

const readiness = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) });
type Readiness = z.output<typeof readiness>;

/** Asks every service whether it takes work, all at once. */
export async function stack(ask: Ask): Promise<Stack> {
  async function readinessOf(service: Service): Promise<Readiness> {
    try {
      return readiness.parse(await ask(service));
    } catch {
      return { ready: false, checks: { reachable: false } };
    }
  }
  const answers = await Promise.all(services.map(async (service) => [service, await readinessOf(service)] as const));
  return {
    ready: answers.every(([, { ready }]) => ready),
    services: Object.fromEntries(answers) as Record<Service, Readiness>,
  };
}
