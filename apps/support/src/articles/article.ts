import type { CommandsOf, EventOf, EventsOf, Person } from '@pledge/contracts';
import { ArticlePublished, ArticleWithdrawn } from '@pledge/contracts/events';
import type { ArticleBody, articleEvents, articleRoutes } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent, personOf, Refusal } from '@pledge/kernel';

/** The edition that counts, as it was announced. */
export type Edition = EventOf<typeof ArticlePublished>['data'];

export interface Withdrawal {
  readonly reason: string;
  readonly by: Person;
  readonly at: string;
}

export type Article =
  | { readonly status: 'absent' }
  | { readonly status: 'published'; readonly edition: Edition }
  | { readonly status: 'withdrawn'; readonly edition: Edition; readonly withdrawal: Withdrawal };

/** Writes what was learnt of a question. */
export type LearnFromQuestion = ArticleBody & { readonly type: 'learn'; readonly questionId: string };

export type ArticleCommand = CommandsOf<typeof articleRoutes> | LearnFromQuestion;
export type ArticleEvent = EventsOf<typeof articleEvents>;

/** An article is never overwritten: what changes is a newer edition, and what is wrong is withdrawn with a reason. */
export const article: Decider<ArticleCommand, Article, ArticleEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<ArticleCommand, Article, ArticleEvent>({
    write: (text, state, given) =>
      state.status === 'absent' ? [ArticlePublished.of(editionOf(text, { edition: 1, questionId: null }, given))] : [],

    learn: ({ questionId, ...text }, state, given) =>
      state.status === 'absent' ? [ArticlePublished.of(editionOf(text, { edition: 1, questionId }, given))] : [],

    revise(text, state, given) {
      const { edition, questionId } = publishedIn(state);
      return [ArticlePublished.of(editionOf(text, { edition: edition + 1, questionId }, given))];
    },

    withdraw({ reason }, state, given) {
      const { articleId } = publishedIn(state);
      return [ArticleWithdrawn.of({ articleId, reason, by: personOf(given), withdrawnAt: given.now })];
    },
  }),

  evolve: byEvent<ArticleEvent, Article>({
    'support.article-published.v1': (_state, { data }) => ({ status: 'published', edition: data }),

    'support.article-withdrawn.v1'(state, { data: { reason, by, withdrawnAt: at } }) {
      if (state.status !== 'published') return state;
      return { status: 'withdrawn', edition: state.edition, withdrawal: { reason, by, at } };
    },
  }),
};

function publishedIn(state: Article): Edition {
  if (state.status === 'absent') throw new Error('an article that was never written cannot be changed');
  if (state.status === 'published') return state.edition;
  const { reason, by, at: withdrawnAt } = state.withdrawal;
  throw new Refusal('article-withdrawn', { reason, by: by.name, withdrawnAt });
}

const editionOf = (
  { title, body, category, keywords, appliesTo, source, reviewBy }: ArticleBody,
  { edition, questionId }: Pick<Edition, 'edition' | 'questionId'>,
  given: Given,
): Edition => ({
  articleId: given.id,
  edition,
  questionId,
  publishedAt: given.now,
  title,
  body,
  category,
  keywords: once(keywords),
  appliesTo: once(appliesTo),
  source,
  owner: personOf(given).name,
  reviewBy,
});

const once = (words: readonly string[]): string[] => [...new Set(words)];
