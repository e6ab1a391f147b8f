import { randomUUID } from 'node:crypto';
import { lookAt, reportRequest, takeRequest } from '@pledge/contracts/http';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, overflow } from '@pledge/testing/browser';
import { reportOn } from './main-job.js';
import { registerPage } from './page-of-paper.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

const complaintOf = (subject: string) => ({
  kind: 'complaint' as const,
  channel: 'hotline' as const,
  language: 'zh' as const,
  ...{ subject, description: `来过三次仍未修好 ${randomUUID()}` },
  reportedBy: { name: '王敏', phone: '13800000001', email: null },
  details: { kind: 'complaint' as const },
});

const words = {
  zh: {
    ...{ take: '由我处理', doTake: /^由我处理 \d+ 件$/u, done: '已完成', close: '关闭结果' },
    ...{ save: '保存当前筛选', name: '筛选名称', keep: '保存', looks: /正在看/u },
  },
  en: {
    ...{ take: 'Take', doTake: /^Take \d+$/u, done: 'done', close: 'Close' },
    ...{ save: 'Save this filter', name: 'Name of the filter', keep: 'Save', looks: /has it open/u },
  },
} as const;

/** What waits for the desk, queue by queue, and the newest without a reload. */
export function itHasQueues({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u],
    ['en', 'narrow', /Agent/u],
  ] as const)('show what waits, also what comes in meanwhile, in %s on a %s screen', async (language, size, role) => {
    const { stack, people, device } = given();
    const page = await enter({ role, size, language });
    const body = { ...reportOn(device()), kind: 'fault' as const };
    await page.goto(`${stack.url}/queues/unclear?q=${encodeURIComponent(body.description)}`);
    await shown(page.locator('.queue-tab.active'));
    await (await people.as('agent')).call(reportRequest, { body });
    await shown(page.getByText(body.description));
    expect(await sound(page)).toEqual([0, []]);
    for (const queue of ['new', 'waiting-for-user', 'call-backs', 'transcribe', 'confirm', 'mine']) {
      await page.goto(`${stack.url}/queues/${queue}`);
      await shown(page.locator('.queue-tab.active'));
      expect([queue, await overflow(page), await barriers(page)]).toEqual([queue, 0, []]);
    }
    await page.context().close();
  });

  const lineOf = (page: Page, title: string) => page.locator('tbody tr', { hasText: title });

  it.each([
    ['zh', 'wide', /座席员/u],
    ['en', 'narrow', /Agent/u],
  ] as const)('do with several what they say first, in %s on a %s screen', async (language, size, role) => {
    const { stack, people } = given();
    const { take, doTake, done, close, save, name, keep, looks } = words[language];
    const supervisor = await people.as('seat-supervisor');
    const titles = ['甲', '乙'].map((one) => `投诉${one} ${language} ${String(Date.now()).slice(-6)}`);
    const [mine = '', theirs = ''] = titles;
    const requests = [];
    for (const title of titles) requests.push(await supervisor.call(reportRequest, { body: complaintOf(title) }));
    const page = await enter({ role, size, language });
    await page.goto(`${stack.url}/queues/new?kind=complaint`);
    await shown(lineOf(page, mine));

    const looked = { params: { subject: 'request' as const, subjectId: requests[1]?.id ?? '' }, body: {} };
    await supervisor.call(lookAt, looked);
    await shown(lineOf(page, theirs).getByText(looks));
    for (const title of titles) await lineOf(page, title).getByRole('checkbox').check();
    await page.getByRole('button', { name: take, exact: true }).click();
    await shown(page.locator('.bulk-lines li').nth(1));
    expect(await sound(page)).toEqual([0, []]);
    // Somebody takes one of them between the preview and the deed.
    await supervisor.call(takeRequest, { params: { requestId: requests[1]?.id ?? '' } });
    await page.getByRole('button', { name: doTake }).click();
    await shown(page.locator('.bulk-lines li', { hasText: mine }).getByText(done, { exact: true }));
    await shown(page.locator('.bulk-lines li', { hasText: theirs }).locator('.tag.bad'));
    await page.getByRole('button', { name: close, exact: true }).click();

    await page.goto(`${stack.url}/queues/mine?kind=complaint`);
    await shown(lineOf(page, mine));
    expect(await lineOf(page, theirs).count()).toBe(0);
    await page.getByRole('button', { name: save }).click();
    await page.getByRole('textbox', { name }).fill(`筛选 ${language}`);
    await page.getByRole('button', { name: keep, exact: true }).click();
    await page.goto(`${stack.url}/queues/new`);
    await page.getByRole('link', { name: `筛选 ${language}` }).click();
    await page.waitForURL(/\/queues\/mine\?kind=complaint$/u);
    expect(await sound(page)).toEqual([0, []]);
    await page.context().close();
  });

  it('lead from what is to be transcribed to the image beside the form', async () => {
    const { stack, people } = given();
    const subject = `传真 ${randomUUID()}`;
    await registerPage(stack.url, await people.as('agent'), { subject });
    const page = await enter({ role: /座席员/u });
    await page.goto(`${stack.url}/queues/transcribe`);
    await lineOf(page, subject).getByRole('link').click();
    const [image, form] = [page.locator('.columns img').first(), page.locator('form textarea').first()];
    await image.waitFor();
    const [left, right] = [await image.boundingBox(), await form.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
}
