import { expect, it } from '@jest/globals';
import { getEnvelope } from '@pledge/contracts/http';
import { barriers, overflow } from '@pledge/testing/browser';
import { scannedPage } from './page-of-paper.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** What came in, and that it is all accounted for. */
export function itAccountsForWhatCameIn({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '收支相符'],
    ['en', 'narrow', /Agent/u, 'In = out'],
  ] as const)('account for what came in, in %s on a %s screen', async (language, size, role, even) => {
    const { stack } = given();
    const page = await enter({ role, size, language });
    for (const path of ['/envelopes?status=all&channel=hotline', '/status']) {
      await page.goto(stack.url + path);
      await shown(page.getByText(even));
      expect([path, await overflow(page), await barriers(page)]).toEqual([path, 0, []]);
    }
    await page.context().close();
  });

  it.each([
    ['zh', 'wide', /座席员/u, '登记纸质来件', '请选择扫描页', '入库并转录', '保存转录'],
    [
      'en',
      'narrow',
      /Agent/u,
      'Store a page',
      'Choose the scanned pages',
      'Store and transcribe',
      'Keep the transcript',
    ],
  ] as const)(
    'store a page that came on paper and transcribe it beside its image, in %s on a %s screen',
    async (language, size, role, open, choose, store, keep) => {
      const { stack, people } = given();
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/envelopes`);
      await page.getByRole('button', { name: open }).click();
      await page.getByRole('button', { name: store }).click();
      await shown(page.getByText(choose));
      await page
        .locator('input[type=file]')
        .setInputFiles([{ name: 'page-1.png', mimeType: 'image/png', buffer: scannedPage }]);
      await shown(page.getByText('page-1.png'));
      expect(await sound(page)).toEqual([0, []]);
      await page.getByRole('button', { name: store }).click();
      await page.waitForURL(/\/envelopes\/[0-9a-f-]{36}$/u);
      await shown(page.locator('.page-image img'));
      const text = `闸机不开 ${crypto.randomUUID()}`;
      await page.locator('form textarea:not([aria-hidden])').first().fill(text);
      expect(await sound(page)).toEqual([0, []]);
      await page.getByRole('button', { name: keep }).click();
      await shown(page.locator('blockquote').getByText(text));
      const envelopeId = page.url().split('/').at(-1) ?? '';
      const envelope = await (await people.as('agent')).call(getEnvelope, { params: { envelopeId } });
      expect([envelope.channel, envelope.status, envelope.text]).toEqual(['fax', 'waiting', text]);
      expect(envelope.attachments.map(({ name }) => name)).toEqual(['page-1.png']);
      await page.context().close();
    },
  );
}
