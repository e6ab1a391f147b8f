import { collectDefaultMetrics, register } from 'prom-client';

collectDefaultMetrics();

/** What Prometheus reads. */
export async function metrics(): Promise<{ contentType: string; text: string }> {
  return { contentType: register.contentType, text: await register.metrics() };
}
