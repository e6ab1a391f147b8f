import type { Category, Person } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import { ArticlePublished, ArticleWithdrawn } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

interface InBothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** What an author writes. */
export interface ArticleText {
  readonly title: InBothLanguages;
  readonly body: InBothLanguages;
  readonly category: Category;
  readonly keywords: readonly string[];
  readonly appliesTo: readonly string[];
  readonly source: string;
  readonly reviewBy: string;
}

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

export type ArticleCommand =
  | {
      readonly type: 'write';
      readonly articleId: string;
      readonly text: ArticleText;
      /** The question it was learnt from. */
      readonly questionId: string | null;
      readonly by: Person;
    }
  | { readonly type: 'revise'; readonly text: ArticleText; readonly by: Person }
  | { readonly type: 'withdraw'; readonly reason: string; readonly by: Person };

export type ArticleEvent = EventOf<typeof ArticlePublished> | EventOf<typeof ArticleWithdrawn>;

/** An article is never overwritten: what changes is a newer edition, and what is wrong is withdrawn with a reason. */
export const article: Decider<ArticleCommand, Article, ArticleEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    if (command.type === 'write') {
      if (state.status !== 'absent') return [];
      const { articleId, questionId, text, by } = command;
      return [ArticlePublished.of(editionOf({ articleId, edition: 1, questionId, publishedAt: now }, text, by))];
    }
    if (state.status === 'absent') throw new Error('an article that was never written cannot be changed');
    if (state.status === 'withdrawn') throw withdrawn(state.withdrawal);
    const { articleId, edition, questionId } = state.edition;
    switch (command.type) {
      case 'revise': {
        const next = { articleId, edition: edition + 1, questionId, publishedAt: now };
        return [ArticlePublished.of(editionOf(next, command.text, command.by))];
      }
      case 'withdraw':
        return [ArticleWithdrawn.of({ articleId, reason: command.reason, by: command.by, withdrawnAt: now })];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'support.article-published.v1':
        return { status: 'published', edition: event.data };
      case 'support.article-withdrawn.v1': {
        if (state.status !== 'published') return state;
        const { reason, by, withdrawnAt: at } = event.data;
        return { status: 'withdrawn', edition: state.edition, withdrawal: { reason, by, at } };
      }
    }
  },
};

const withdrawn = ({ reason, by, at }: Withdrawal) =>
  new Refusal('article-withdrawn', { reason, by: by.name, withdrawnAt: at });

const editionOf = (
  of: Pick<Edition, 'articleId' | 'edition' | 'questionId' | 'publishedAt'>,
  text: ArticleText,
  by: Person,
): Edition => ({
  ...of,
  title: text.title,
  body: text.body,
  category: text.category,
  keywords: once(text.keywords),
  appliesTo: once(text.appliesTo),
  source: text.source,
  owner: by.name,
  reviewBy: text.reviewBy,
});

const once = (words: readonly string[]): string[] => [...new Set(words)];
