import { expect, it } from '@jest/globals';
import type { EnquiryKind } from '@pledge/contracts';
import { enquiryKind } from '@pledge/contracts';
import type { Receipt } from '@pledge/contracts/http';
import { getCustomer, listRequests, reportRequest } from '@pledge/contracts/http';
import type { Page } from 'playwright-core';
import { callForm } from './call-form.js';
import { barriers, overflow } from '@pledge/testing/browser';
import { reportOn } from './main-job.js';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

/** What a caller says, by kind: the name of the field in the form and what is typed there. */
const said: Readonly<Record<EnquiryKind, Readonly<Record<string, string>>>> = {
  consultation: {},
  complaint: { details_againstPerson: '李工', details_demand: '请当面说明' },
  suggestion: {},
  performance: { details_now: '开门要三秒', details_wanted: '一秒之内' },
  'how-to': { details_documentWanted: '操作手册' },
  status: {},
  upgrade: { details_software: '门禁平台', details_versionNow: '3.1', details_versionWanted: '4.0' },
};

/** The kinds that ask for more than what everybody says. */
const formsOfTheirOwn: readonly EnquiryKind[] = ['complaint', 'performance', 'upgrade'];

/** From a fault to another kind, with the arrow keys alone. */
async function choose(page: Page, kind: EnquiryKind) {
  const choice = page.locator('.kind-choice').filter({ visible: true });
  await choice.locator('input:checked').focus();
  for (let at = 0; at <= enquiryKind.options.indexOf(kind); at += 1) await page.keyboard.press('ArrowRight');
  await choice.locator(`input[value=${kind}]:checked`).waitFor({ state: 'attached' });
}

/** Everything that is no fault: each kind with fields of its own, accepted, numbered and promised. */
export function itTakesEveryKind({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide', /座席员/u, '新来电', '此项必填', '请念给来电者听', '再登记一件'],
    ['en', 'narrow', /Agent/u, 'New call', 'Required', 'Read this to the caller', 'Report another'],
  ] as const)(
    'take enquiries of other kinds than a fault, in %s on a %s screen',
    async (language, size, role, call, required, read, next) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/desk`);
      const { form, field, about } = callForm(page);
      for (const kind of size === 'wide' ? enquiryKind.options : formsOfTheirOwn) {
        await page.getByRole('button', { name: call }).first().click();
        await shown(form);
        await choose(page, kind);
        await form.locator('button[type=submit]').click();
        await shown(form.getByText(required));
        const description = `${kind} ${crypto.randomUUID()}`;
        const details = Object.entries(said[kind]);
        const line = kind === 'upgrade' ? 'maintenance' : 'response';
        await field('reportedBy_name').fill('王敏');
        await field('reportedBy_phone').fill('021 5555 0199');
        await field('description').fill(description);
        for (const [name, text] of details) await field(name).fill(text);
        if (line === 'maintenance') {
          await field('serviceLine').focus();
          await page.keyboard.type(' ');
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        }
        expect([kind, await overflow(page)]).toEqual([kind, 0]);
        if (kind === 'complaint') expect(await barriers(page)).toEqual([]);
        await page.keyboard.press('Control+Enter');
        await shown(page.getByText(read).filter({ visible: true }));
        const { items } = await agent.call(listRequests, { query: { q: description, kind, serviceLine: line } });
        expect(items.map((one) => [one.subject, one.promises.map(({ promise }) => promise)])).toEqual([
          [description, ['respond']],
        ]);
        expect(items[0]?.details).toMatchObject(
          Object.fromEntries(details.map(([name, text]) => [name.replace('details_', ''), text])),
        );
        await shown(page.getByText(items[0]?.number ?? '?').filter({ visible: true }));
        expect([kind, await overflow(page)]).toEqual([kind, 0]);
        await page.getByRole('button', { name: next }).filter({ visible: true }).click();
      }
      const equipment = device();
      const fault = { ...reportOn(equipment), kind: 'fault' as const };
      const reported: Receipt = await agent.call(reportRequest, { body: fault });
      const customer = await agent.call(getCustomer, { params: { customerId: equipment.customerId } });
      await page.getByRole('button', { name: call }).first().click();
      await choose(page, 'status');
      await about(equipment);
      await shown(page.getByRole('heading', { name: customer.name }));
      const line = page.locator('.standing-line').filter({ hasText: reported.number });
      await line.getByRole('button').click();
      await shown(line.locator('button[aria-pressed=true]'));
      expect(await field('description').inputValue()).toContain(reported.number);
      expect(await sound(page)).toEqual([0, []]);
      await page.context().close();
    },
  );
}
