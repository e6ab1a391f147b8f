import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { searchArticles } from '@pledge/contracts/http';
import { Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { articlesFor } from './search-articles.query.js';

@Controller()
export class ArticlesController {
  constructor(private readonly db: DataSource) {}

  @Serves(searchArticles)
  async search(@Input() { query }: InputOf<typeof searchArticles>) {
    return { items: await articlesFor(this.db.manager, query) };
  }
}
