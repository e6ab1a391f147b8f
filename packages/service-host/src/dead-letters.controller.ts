import type { Type } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import type { CallerIdentity, InputOf, Service } from '@pledge/contracts';
import type { DeadLetter } from '@pledge/contracts/http';
import { deadLetterRoutes } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { DeadLetters } from '@pledge/messaging';
import { deadLetters } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { NotFound } from './failures.js';
import { Caller, Input } from './input.js';
import type { Page } from './paging.js';
import { decodeCursor, encodeCursor } from './paging.js';
import { Serves } from './serves.js';

/** What one service could not handle, for an administrator to look after. */
export function deadLettersModule(service: Service): Type {
  const routes = deadLetterRoutes(service);

  @Controller()
  class DeadLettersController {
    readonly #letters: DeadLetters;

    constructor(db: DataSource) {
      this.#letters = deadLetters(db);
    }

    @Serves(routes.list)
    async list(@Input() { query }: InputOf<typeof routes.list>): Promise<Page<DeadLetter>> {
      const { state, limit } = query;
      const cursor = decodeCursor(query.cursor, z.string().regex(/^\d{1,18}\.[0-9a-f-]{36}$/u));
      const { items, nextCursor } = await this.#letters.list({ state, limit, cursor });
      return { items, nextCursor: nextCursor === null ? null : encodeCursor(nextCursor) };
    }

    @Serves(routes.retry)
    async retry(
      @Input() { params }: InputOf<typeof routes.retry>,
      @Caller() caller: CallerIdentity,
    ): Promise<DeadLetter> {
      const { deadLetterId } = params;
      return (await this.#letters.retry(deadLetterId, caller.personId)) ?? this.#settled(deadLetterId);
    }

    @Serves(routes.drop)
    async drop(
      @Input() { params, body }: InputOf<typeof routes.drop>,
      @Caller() caller: CallerIdentity,
    ): Promise<DeadLetter> {
      const { deadLetterId } = params;
      return (await this.#letters.drop(deadLetterId, caller.personId, body.reason)) ?? this.#settled(deadLetterId);
    }

    async #settled(deadLetterId: string): Promise<never> {
      const found = await this.#letters.find(deadLetterId);
      if (!found) throw new NotFound();
      throw new Refusal('dead-letter-settled', { status: found.state, possible: [] });
    }
  }

  @Module({ controllers: [DeadLettersController] })
  class DeadLettersModule {}
  return DeadLettersModule;
}
