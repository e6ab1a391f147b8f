import helmet from '@fastify/helmet';
import type { DynamicModule, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '@pledge/contracts';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Admission } from './admission.js';
import type { Entities, Migrations } from './database.js';
import { connect, migrate, untilItWorks } from './database.js';
import { httpServer } from './http-server.js';
import { identifier } from './identity.js';
import { logOf } from './log.js';
import { nestLogger } from './log.js';
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

@Module({})
class Host {}

/** Starts a service in this program; `startService` does so for a program of its own. */
export async function runService(
  definition: ServiceDefinition,
  settings: Settings,
  abort: AbortSignal = new AbortController().signal,
): Promise<RunningService> {
  const { service } = definition;
  const log = logOf(service, settings.logLevel);
  refusalWords.add(definition.words ?? {});

  const migrated = await untilItWorks(() => migrate(settings, definition.migrations), log, abort);
  if (migrated.length > 0) log.info({ migrations: migrated }, 'the database is up to date');
  const db = await untilItWorks(() => connect(service, settings, definition.entities ?? []), log, abort);

  const { adapter, prepared } = httpServer(log);
  const provided = [
    { provide: DataSource, useValue: db },
    { provide: SETTINGS, useValue: settings },
  ];
  const host: DynamicModule = {
    module: Host,
    global: true,
    imports: [definition.module],
    providers: provided,
    exports: [DataSource, SETTINGS],
  };
  const options = { logger: nestLogger(log), bodyParser: false, abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(host, adapter, options);
  prepared();
  await app.register(helmet);
  app.setGlobalPrefix(service === 'gateway' ? '/api' : `/api/${service}`);
  app.useGlobalGuards(new Admission(await identifier(settings.identityPublicKey)));
  app.useGlobalInterceptors(
    new Replies(!settings.production, (route, err) =>
      log.error({ err, route: route.name }, 'a reply broke its contract'),
    ),
  );
  app.useGlobalFilters(new ProblemFilter(log));

  const state = { stopping: false };
  await standingRoutes(app, { service, db, state });
  await definition.prepare?.(app);
  await app.init();
  if (settings.demo) await definition.seed?.(app);
  await app.listen(settings.port, settings.host);
  const url = await app.getUrl();
  log.info({ url }, 'taking work');

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    state.stopping = true;
    await app.close();
    await db.destroy();
    log.info({}, 'stopped');
  };
  return { app, db, log, url, stop: () => (stopped ??= stop()) };
}
