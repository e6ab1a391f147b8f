/** An article before it has its id and category. */
export interface ArticleRow {
  readonly zh: { readonly title: string; readonly body: string };
  readonly en: { readonly title: string; readonly body: string };
  readonly keywords: readonly string[];
  readonly appliesTo: readonly string[];
  readonly source: string;
  readonly reviewBy: string;
}
