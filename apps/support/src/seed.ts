import { demoArticles, demoPeople } from '@pledge/demo';
import type { Articles } from './articles/articles.module.js';

/** The knowledge base of a new house; at a second start it is as people left it. */
export async function seedArticles(articles: Articles): Promise<void> {
  const authors = demoPeople.filter(({ role }) => role === 'support-engineer');
  for (const [index, { articleId, ...text }] of demoArticles.entries()) {
    const author = authors[index % authors.length];
    if (!author) return;
    const { personId, name, role, department } = author;
    const caller = { personId, name, role, roles: [role], department, customerId: null };
    const written = { ...text, keywords: [...text.keywords], appliesTo: [...text.appliesTo] };
    await articles.handle(articleId, { type: 'write', ...written }, { by: 'demo', key: articleId, caller });
  }
}
