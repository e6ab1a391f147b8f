import { describe, expect, it } from '@jest/globals';
import { articleBody } from '@pledge/contracts/http';
import { demoArticles, demoEquipment } from './index.js';

const counted = (category: string) => demoArticles.filter((one) => one.category === category).length;

describe('the knowledge base of a new house', () => {
  it('has forty articles and more, several of each system that is asked about most', () => {
    expect(demoArticles.length).toBeGreaterThanOrEqual(40);
    for (const category of ['access-control', 'video-surveillance', 'fire-alarm', 'building-automation', 'network']) {
      expect(counted(category)).toBeGreaterThanOrEqual(8);
    }
  });

  it('is what an author could have written', () => {
    const bad = demoArticles.filter((one) => !articleBody.safeParse(one).success);
    expect(bad.map(({ title }) => title.zh)).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('says in %s why, and what to do step by step', (language) => {
    const size = { zh: (body: string) => Array.from(body).length, en: (body: string) => body.split(/\s+/u).length }[
      language
    ];
    const limits = { zh: [120, 400], en: [70, 400] } as const;
    const [least, most] = limits[language];
    const bad = demoArticles.filter(({ body }) => {
      const steps = body[language].match(/^\d\. /gmu) ?? [];
      return steps.length < 4 || size(body[language]) < least || size(body[language]) > most;
    });
    expect(bad.map(({ title }) => title[language])).toEqual([]);
  });

  it('never says the same twice, and says in Chinese what is Chinese', () => {
    for (const of of [
      demoArticles.map(({ articleId }) => articleId),
      demoArticles.map(({ title }) => title.zh),
      demoArticles.map(({ title }) => title.en),
    ])
      expect(new Set(of).size).toBe(of.length);
    expect(demoArticles.filter(({ title }) => /\p{Script=Han}/u.test(title.en))).toEqual([]);
    expect(demoArticles.filter(({ body }) => /\p{Script=Han}/u.test(body.en)).map(({ title }) => title.en)).toEqual([]);
  });

  it('is about models that customers have', () => {
    const models = new Set(demoEquipment.map(({ model }) => model));
    expect(demoArticles.flatMap(({ appliesTo }) => appliesTo).filter((model) => !models.has(model))).toEqual([]);
  });
});
