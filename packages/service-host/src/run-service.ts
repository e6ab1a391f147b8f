import helmet from '@fastify/helmet';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '@pledge/contracts';
import { topology } from '@pledge/contracts';
import type { Subscriptions, Messaging } from '@pledge/messaging';
import { startMessaging } from '@pledge/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Admission } from './admission.js';
import type { Entities, Migrations } from './database.js';
import { connect, untilItWorks, untilMigrated } from './database.js';
import { deadLettersModule } from './dead-letters.controller.js';
import { httpServer } from './http-server.js';
import { identifier } from './identity.js';
import { logOf, nestLogger } from './log.js';
import { ProblemFilter } from './problem-filter.js';
import type { Words } from './problem-words.js';
import { refusalWords } from './problem-words.js';
import { Replies } from './replies.js';
import type { Settings } from './settings.js';
import { SETTINGS } from './settings.js';
import { standingRoutes } from './standing-routes.js';

export interface ServiceDefinition {
  readonly service: Service;
  readonly module: Type | DynamicModule;
  /** The service's own; those of messaging run before. */
  readonly migrations: Migrations;
  readonly entities?: Entities;
  /** What it hears of whom, where the topology of the contracts is not to count, as in tests. */
  readonly hears?: Subscriptions;
  /** False for a service that neither says nor hears anything on the bus. */
  readonly messaging?: boolean;
  /** What its refusals say to a person. */
  readonly words?: Words;
  /** Fills the database for a demo (`PLEDGE_DEMO=true`); finds at a second start that it is done. */
  readonly seed?: (app: NestFastifyApplication) => Promise<void>;
  /** A last word before it listens, e.g. a plugin of the HTTP server. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly db: DataSource;
  readonly log: Logger;
  /** Where it listens. */
  readonly url: string;
  /** Says it is not ready, finishes what it began, lets go of everything. */
  stop(): Promise<void>;
}

/** So long a request may go on before the bus is left without it. */
const longestRequestMs = 3_000;

@Module({})
class Host {}

/** Token under which Nest provides the service's logger, a pino `Logger`. */
export const LOG = Symbol('Log');

/**
 * Starts a service in this program; `startService` does so for a program of its own.
 * It waits for the database, and until that is migrated, as long as `abort` lets it; the bus may come later.
 */
export async function runService(
  definition: ServiceDefinition,
  settings: Settings,
  abort: AbortSignal = new AbortController().signal,
): Promise<RunningService> {
  const { service } = definition;
  const log = logOf(service, settings.logLevel);
  refusalWords.add(definition.words ?? {});

  const db = await untilItWorks(() => connect(service, settings, definition), log, abort);
  await untilItWorks(() => untilMigrated(db, log, abort), log, abort).catch(async (failure: unknown) => {
    await db.destroy();
    throw failure;
  });
  const messaging = definition.messaging === false ? undefined : messagingOf(definition, settings, db, log);
  const state = { stopping: false };
  let app: NestFastifyApplication | undefined;

  const letGo = async () => {
    state.stopping = true;
    // What is heard goes back at once and what is said goes out, however long a request takes that is under way.
    const quiet = messaging?.quiet();
    const closed = app?.close();
    await Promise.race([closed, pause(longestRequestMs, undefined, { ref: false })]);
    await quiet;
    await messaging?.drain();
    await closed;
    await db.destroy();
    log.info({}, 'stopped');
  };
  try {
    app = await applicationOf(definition, settings, { db, log, state });
    await standingRoutes(app, { service, db, state, messaging });
    await definition.prepare?.(app);
    if (messaging) app.connectMicroservice({ strategy: messaging.strategy });
    await app.init();
    await app.startAllMicroservices();
    if (settings.demo) await definition.seed?.(app);
    await app.listen(settings.port, settings.host);
    const url = await app.getUrl();
    log.info({ url }, 'taking work');
    let stopped: Promise<void> | undefined;
    return { app, db, log, url, stop: () => (stopped ??= letGo()) };
  } catch (failure) {
    await letGo();
    throw failure;
  }
}

function messagingOf(
  { service, hears }: ServiceDefinition,
  settings: Settings,
  db: DataSource,
  log: Logger,
): Messaging {
  const { databaseUrl, natsUrl, natsSeed, timeZone } = settings;
  return startMessaging({
    db,
    databaseUrl,
    service,
    timeZone,
    topology: hears ? { ...topology, [service]: hears } : topology,
    nats: {
      servers: natsUrl.split(',').map((server) => server.trim()),
      ...(natsSeed !== undefined && { seed: natsSeed }),
    },
    logger: log,
  });
}

async function applicationOf(
  { service, module }: ServiceDefinition,
  settings: Settings,
  { db, log, state }: { readonly db: DataSource; readonly log: Logger; readonly state: { readonly stopping: boolean } },
): Promise<NestFastifyApplication> {
  const { adapter, prepared } = httpServer(log, state);
  const host: DynamicModule = {
    module: Host,
    global: true,
    imports: [module, deadLettersModule(service)],
    providers: [
      { provide: DataSource, useValue: db },
      { provide: SETTINGS, useValue: settings },
      { provide: LOG, useValue: log },
    ],
    exports: [DataSource, SETTINGS, LOG],
  };
  const options = { logger: nestLogger(log), bodyParser: false, abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(host, adapter, options);
  prepared();
  // What it sends is data; the front door sets the headers of pages.
  await app.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'self'"] } },
  });
  app.setGlobalPrefix(service === 'gateway' ? '/api' : `/api/${service}`);
  app.useGlobalGuards(new Admission(await identifier(settings.identityPublicKey, service)));
  app.useGlobalInterceptors(
    new Replies(!settings.production, (route, err) =>
      log.error({ err, route: route.name }, 'a reply broke its contract'),
    ),
  );
  app.useGlobalFilters(new ProblemFilter(log));
  return app;
}
