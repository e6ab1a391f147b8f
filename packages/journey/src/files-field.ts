import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { scannedPage } from './page-of-paper.js';
import { shown } from './visits.js';

/** Chooses a page and a program: the page's line breaks once, the program is not taken; ends with the page stored alone. */
export async function sentFiles(form: Locator, language: 'zh' | 'en', hurry: () => Promise<void>): Promise<void> {
  const say = (zh: string, en: string) => form.getByRole('button', { name: language === 'zh' ? zh : en });
  await form.page().route(/\/attachments$/u, (route) => route.abort(), { times: 1 });
  await form.locator('input[type=file]').setInputFiles([
    { name: 'page-1.png', mimeType: 'image/png', buffer: scannedPage },
    { name: 'tool.png', mimeType: 'image/png', buffer: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0') },
  ]);
  await shown(form.locator('.files-chosen .refused'));
  await hurry();
  expect(await form.locator('.file-problem').count()).toBe(3);
  await say('重新上传', 'Try again').click();
  await say('移除 tool.png', 'Leave out tool.png').click();
  await shown(form.locator('.files-chosen .stored'));
}
