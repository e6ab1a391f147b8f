import { expect, it } from '@jest/globals';
import { listRequests } from '@pledge/contracts/http';
import { demoEquipment } from '@pledge/demo';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** A label on the equipment, in the hands of somebody who is not signed in. */
export function itTakesReportsByLabel({ enter, given }: Visit): void {
  it.each([
    ['zh', '提交报修', '报修已受理'],
    ['en', 'Send the report', 'The report is accepted'],
  ] as const)('take a report by the label in three fields, in %s', async (language, send, accepted) => {
    const { stack, people, device } = given();
    const { id } = device();
    const qrToken = demoEquipment.find(({ equipmentId }) => equipmentId === id)?.qrToken ?? '';
    const page = await enter({ size: 'narrow', language });
    await page.goto(`${stack.url}/q/${qrToken}`);
    await shown(page.locator('form'));
    expect(await page.locator('form input, form textarea:not([aria-hidden])').count()).toBe(3);
    expect(await sound(page)).toEqual([0, []]);
    const description = `闸机不开 ${crypto.randomUUID()}`;
    await page.locator('form textarea:not([aria-hidden])').fill(description);
    await page.locator('form input').nth(0).fill('路过的人');
    await page.locator('form input').nth(1).fill('13912345678');
    await page.getByRole('button', { name: send }).click();
    await shown(page.getByText(accepted));
    expect(await sound(page)).toEqual([0, []]);
    const { items } = await (await people.as('agent')).call(listRequests, { query: { q: description } });
    expect(items.map(({ channel, equipmentId }) => [channel, equipmentId])).toEqual([['qr', id]]);
    await page.locator('a.link-button').click();
    await shown(page.locator('.parcel'));
    await page.context().close();
  });
}
