import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { getArticle, listArticles, reviseArticle, withdrawArticle, writeArticle } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { AskedBy, Caller, Input, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Articles } from './articles.commands.js';
import { articleOf, pageOfArticles } from './articles.query.js';

@Controller()
export class ArticlesController {
  constructor(
    private readonly articles: Articles,
    private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'timeZone'>,
  ) {}

  @Serves(listArticles)
  list(@Input() { query }: InputOf<typeof listArticles>) {
    return pageOfArticles(this.db.manager, query, this.settings.timeZone);
  }

  @Serves(getArticle)
  one(@Input() { params }: InputOf<typeof getArticle>) {
    return articleOf(this.db.manager, params.articleId, this.settings.timeZone);
  }

  @Serves(writeArticle)
  write(
    @Input() { body: text }: InputOf<typeof writeArticle>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const articleId = newId();
    const by = personOf(caller);
    return this.articles.handle(articleId, { type: 'write', articleId, text, questionId: null, by }, cause);
  }

  @Serves(reviseArticle)
  async revise(
    @Input() { params: { articleId }, body: text }: InputOf<typeof reviseArticle>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await articleOf(this.db.manager, articleId, this.settings.timeZone);
    return this.articles.handle(articleId, { type: 'revise', text, by: personOf(caller) }, cause);
  }

  @Serves(withdrawArticle)
  async withdraw(
    @Input() { params: { articleId }, body: { reason } }: InputOf<typeof withdrawArticle>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await articleOf(this.db.manager, articleId, this.settings.timeZone);
    return this.articles.handle(articleId, { type: 'withdraw', reason, by: personOf(caller) }, cause);
  }
}

const personOf = ({ personId, name }: CallerIdentity): Person => ({ personId, name });
