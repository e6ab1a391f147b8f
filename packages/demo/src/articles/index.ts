import type { Category } from '@pledge/contracts';
import { demoId } from '../ids.js';
import { accessControl } from './access-control.js';
import { buildingAutomation } from './building-automation.js';
import { fireAlarm } from './fire-alarm.js';
import { further } from './further.js';
import { network } from './network.js';
import type { ArticleRow } from './row.js';
import { videoSurveillance } from './video-surveillance.js';

/** What technical support has learnt, and the hotline answers from. */
export interface DemoArticle {
  readonly articleId: string;
  readonly category: Category;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  readonly keywords: readonly string[];
  readonly appliesTo: readonly string[];
  readonly source: string;
  readonly reviewBy: string;
}

/** Ids count within a group of a hundred, so that a group may grow at its end. */
const group = (number: number, category: Category, rows: readonly ArticleRow[]) =>
  rows.map((row, index) => ({ category, ...row, articleId: demoId('article', number * 100 + index + 1) }));

const rows = [
  ...group(0, 'access-control', accessControl),
  ...group(1, 'video-surveillance', videoSurveillance),
  ...group(2, 'fire-alarm', fireAlarm),
  ...group(3, 'building-automation', buildingAutomation),
  ...group(4, 'network', network),
  ...further.flatMap((row, index) => group(5 + index, row.category, [row])),
];

export const demoArticles: readonly DemoArticle[] = rows.map(({ zh, en, ...row }) => ({
  ...row,
  title: { zh: zh.title, en: en.title },
  body: { zh: zh.body, en: en.body },
}));
