import { demoArticles, demoPeople } from '@pledge/demo';
import type { Articles } from './articles/articles.commands.js';

/** The knowledge base of a new house; at a second start it is as people left it. */
export async function seedArticles(articles: Articles): Promise<void> {
  const authors = demoPeople.filter(({ role }) => role === 'support-engineer');
  for (const [index, { articleId, ...text }] of demoArticles.entries()) {
    const author = authors[index % authors.length];
    if (!author) return;
    const by = { personId: author.personId, name: author.name };
    const write = { type: 'write', articleId, text, questionId: null, by } as const;
    await articles.handle(articleId, write, { by: 'demo', key: articleId });
  }
}
