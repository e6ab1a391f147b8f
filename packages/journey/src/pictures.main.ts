/**
 * `npm run pictures -w @pledge/journey [-- part-of-a-name …]`: a stack with a day's work in it, and every screen of it as a picture, in zh
 * and en, 1440 and 390 px wide, in `screenshots/`. Ends by itself; fails where a screen does not open.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@pledge/contracts';
import type { Browser } from 'playwright-core';
import { openBrowser } from '@pledge/testing/browser';
import { dayOfWork } from './day-of-work.js';
import { stackOnStandalone } from './stack-on-standalone.js';
import { People } from './person.js';

interface View {
  readonly name: string;
  readonly path: string;
  /** Nobody's for what is open to all. */
  readonly role?: Role;
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = fileURLToPath(new URL('../../../screenshots', import.meta.url));
const wanted = process.argv.slice(2);
const widths = [1440, 390] as const;
const languages = ['zh', 'en'] as const;

async function draw(
  browser: Browser,
  url: string,
  views: readonly View[],
  language: string,
  width: number,
): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, path, role } of views) {
    const context = await browser.newContext({
      viewport: { width, height: width > 1_000 ? 900 : 844 },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    try {
      await page.goto(url);
      if (language === 'en') {
        await page.getByRole('button', { name: 'English' }).click();
        await page.locator('html[lang^=en]').waitFor();
      }
      if (role !== undefined) await page.request.post(`${url}/api/session/demo`, { data: { role } });
      await page.goto(url + path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await page.locator('.skeleton[role=status]').first().waitFor({ state: 'detached' });
      await page.screenshot({ path: join(folder, `${name}-${language}-${String(width)}.png`), fullPage: true });
    } catch (failure) {
      failed.push(`${name} in ${language} at ${String(width)} px: ${String(failure)}`);
    } finally {
      await context.close();
    }
  }
  return failed;
}

await mkdir(folder, { recursive: true });
const stack = await stackOnStandalone(say);
const browser = await openBrowser();
try {
  const { faultId, consultationId, complaintId, orderId, envelopeId, publicToken, articleId, qrToken } =
    await dayOfWork(new People(stack.url, 60_000));
  const views: readonly View[] = [
    { name: 'sign-in', path: '/' },
    { name: 'progress', path: `/p/${publicToken}` },
    { name: 'label', path: `/q/${qrToken}` },
    { name: 'board', path: '/', role: 'quality-supervisor' },
    { name: 'desk', path: '/desk', role: 'agent' },
    ...['new', 'unclear', 'waiting-for-user', 'call-backs', 'transcribe', 'confirm', 'mine'].map((queue): View => ({
      name: `queue-${queue}`,
      path: `/queues/${queue}`,
      role: 'agent',
    })),
    { name: 'envelopes', path: '/envelopes', role: 'agent' },
    { name: 'envelope', path: `/envelopes/${envelopeId}`, role: 'agent' },
    { name: 'requests', path: '/requests', role: 'agent' },
    { name: 'request-fault', path: `/requests/${faultId}`, role: 'agent' },
    { name: 'request-consultation', path: `/requests/${consultationId}`, role: 'agent' },
    { name: 'request-complaint', path: `/requests/${complaintId}`, role: 'agent' },
    { name: 'orders', path: '/orders', role: 'dispatcher' },
    { name: 'order', path: `/orders/${orderId}`, role: 'dispatcher' },
    { name: 'stock', path: '/stock', role: 'storekeeper' },
    { name: 'support', path: '/support', role: 'support-engineer' },
    { name: 'questions', path: '/questions', role: 'support-engineer' },
    { name: 'matters', path: '/matters', role: 'quality-supervisor' },
    { name: 'knowledge', path: '/knowledge', role: 'agent' },
    { name: 'article', path: `/knowledge/${articleId}`, role: 'agent' },
    { name: 'roster', path: '/roster', role: 'seat-supervisor' },
    { name: 'templates', path: '/templates', role: 'seat-supervisor' },
    { name: 'routing', path: '/routing', role: 'administrator' },
    { name: 'promises', path: '/promises', role: 'quality-supervisor' },
    { name: 'repair-records', path: '/repair-records', role: 'archivist' },
    { name: 'status', path: '/status', role: 'seat-supervisor' },
    { name: 'dead-letters', path: '/admin/dead-letters', role: 'administrator' },
  ];
  const chosen = views.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  const failed: string[] = [];
  for (const language of languages) {
    for (const width of widths) failed.push(...(await draw(browser, stack.url, chosen, language, width)));
  }
  for (const line of failed) say(`not drawn: ${line}`);
  say(`${String(chosen.length * languages.length * widths.length - failed.length)} pictures are in screenshots/`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await stack.close();
}
