import { chooseGround } from '@pledge/testing/ground';
import type { RunningHouse } from './house.js';
import { houseInContainers } from './house-in-containers.js';
import { houseOnStandalone } from './house-on-standalone.js';

/** The whole system, in containers where an engine answers and on the standalone parts where none does; says which. */
export async function anyHouse(say: (line: string) => void): Promise<RunningHouse> {
  if ((await chooseGround()).ground === 'containers') {
    say('the journey runs in containers, built from docker-compose.yml');
    return houseInContainers(say);
  }
  say('the journey runs on the standalone PostgreSQL and NATS: no Docker engine answers');
  return houseOnStandalone(say);
}
