import { Module } from '@nestjs/common';
import { aggregate, aggregateModule, documents, listOf, projectionOf } from '@pledge/application';
import type { Engineer } from '@pledge/contracts/http';
import { listEngineers } from '@pledge/contracts/http';
import { Commands } from '@pledge/messaging';
import { CandidatesController, inHand } from './candidates.controller.js';
import type { RegisterEngineer } from './engineer.js';
import { engineerRules } from './engineer.js';

export abstract class Engineers extends Commands<RegisterEngineer> {}

export const engineers = aggregate('engineer', engineerRules, {
  store: documents('engineer', 'engineer_id', {
    name: ({ profile }) => profile.name,
    phone: ({ profile }) => profile.phone,
    skills: ({ profile }) => profile.skills,
    territories: ({ profile }) => profile.territories,
    home_place: ({ profile }) => profile.homePlace,
    joined_on: ({ profile }) => profile.joinedOn,
  }),
});

const view = projectionOf<Engineer>({
  from: 'engineer e',
  key: 'e.engineer_id',
  select: {
    ...{ id: 'e.engineer_id', name: 'e.name', phone: 'e.phone', skills: 'e.skills', territories: 'e.territories' },
    homePlace: 'e.home_place',
    openOrders: `(select count(*)::int from dispatch_order o where o.engineer_id = e.engineer_id and o.status in ${inHand})`,
  },
});

@Module(
  aggregateModule(engineers, Engineers, {
    lists: [
      listOf(listEngineers, view, {
        order: [
          ['e.name', 'asc', 'text'],
          ['e.engineer_id', 'asc', 'uuid'],
        ],
      }),
    ],
    controllers: [CandidatesController],
  }),
)
export class EngineersModule {}
