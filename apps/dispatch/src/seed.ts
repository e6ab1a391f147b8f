import { demoEngineers } from '@pledge/demo';
import type { Engineers } from './engineers/engineers.module.js';

/** Puts the demo's engineers on the roster; at a second start all of them are there. */
export async function seedRoster(engineers: Engineers): Promise<void> {
  for (const { username: _, ...profile } of demoEngineers) {
    await engineers.handle(
      profile.engineerId,
      { type: 'register', profile },
      { by: 'demo', key: `engineer/${profile.engineerId}` },
    );
  }
}
