import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demoPeople } from '@pledge/demo';
import type { ServiceDefinition, Settings } from '@pledge/service-host';
import { LOG, SETTINGS } from '@pledge/service-host';
import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { Logger } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { serveDocs } from './docs/docs.controller.js';
import type { FrontSettings } from './front-settings.query.js';
import { FRONT_SETTINGS } from './front-settings.query.js';
import { serveHealth } from './health/health.controller.js';
import { serveLive } from './live/live.controller.js';
import { Updates } from './live/updates.projection.js';
import { gatewayMigrations } from './migrations/index.js';
import { passOn } from './proxy/departments.controller.js';
import { SignInAttempts } from './sessions/attempts.store.js';
import { keepDoor } from './sessions/door.commands.js';
import { identitySigner } from './sessions/identity-token.commands.js';
import { People } from './sessions/people.store.js';
import { SessionController } from './sessions/session.controller.js';
import { Sessions } from './sessions/sessions.store.js';
import { SignIn } from './sessions/sign-in.commands.js';
import { serveWeb } from './web/web.controller.js';
import { gatewayWords } from './words.js';

@Module({})
class GatewayModule {}

const moduleOf = (front: FrontSettings): DynamicModule => ({
  module: GatewayModule,
  controllers: [SessionController],
  providers: [
    { provide: FRONT_SETTINGS, useValue: front },
    { provide: People, inject: [DataSource], useFactory: (db: DataSource) => new People(db) },
    {
      provide: Sessions,
      inject: [DataSource, SETTINGS, LOG],
      useFactory: (db: DataSource, { demo }: Settings, log: Logger) =>
        new Sessions(db, demo && front.demoSignIn !== 'off', (err) => {
          log.warn({ err }, 'a session could not be prolonged');
        }),
    },
    {
      provide: SignIn,
      inject: [DataSource, People, Sessions],
      useFactory: (db: DataSource, people: People, sessions: Sessions) =>
        new SignIn(people, sessions, new SignInAttempts(db)),
    },
  ],
});

/** The front door as a service. */
export const gateway = (front: FrontSettings): ServiceDefinition => ({
  service: 'gateway',
  module: moduleOf(front),
  migrations: gatewayMigrations,
  messaging: false,
  words: gatewayWords,
  seed: (app) => app.get(People).addDemoPeople(demoPeople),
  prepare: (app) => prepare(app, front),
});

async function prepare(app: NestFastifyApplication, front: FrontSettings): Promise<void> {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const [settings, log, sessions] = [app.get<Settings>(SETTINGS), app.get<Logger>(LOG), app.get(Sessions)];
  if (front.identityPrivateKey.x !== settings.identityPublicKey.x) {
    throw new Error('IDENTITY_PRIVATE_KEY and IDENTITY_PUBLIC_KEY are not of one pair');
  }
  const somebody = await app.get(SignIn).provideAdministrator(front.administrator);
  if (!somebody && !settings.demo) {
    log.warn({}, 'nobody can sign in: start with PLEDGE_ADMIN_PASSWORD_FILE to make the first administrator');
  }
  const { natsUrl, natsSeed } = settings;
  const nats = {
    servers: natsUrl.split(',').map((one) => one.trim()),
    ...(natsSeed !== undefined && { seed: natsSeed }),
  };
  const epoch = `${Date.now().toString(36)}${randomBytes(4).toString('hex')}`;

  await server.register(cookie);
  await server.register(rateLimit, { global: false, cache: 20_000 });
  keepDoor(server, { settings: front, sessions, sign: await identitySigner(front.identityPrivateKey), log });
  await serveWeb(server, front.consoleFolder);
  await passOn(server, { serviceUrls: front.serviceUrls, log });
  serveLive(server, { updates: new Updates(epoch, nats, log), living: (tokens) => sessions.living(tokens), log });
  serveHealth(server, front.serviceUrls);
  await serveDocs(server);
}
