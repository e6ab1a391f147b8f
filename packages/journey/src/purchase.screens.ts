import { expect, it } from '@jest/globals';
import { listParts, listPurchaseOrders, listStock } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import type { Locator, Page } from 'playwright-core';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

const words = {
  zh: {
    ...{ keeper: /库管员/u, buyer: /采购员/u, manager: /物资部经理/u, required: '此项必填' },
    ...{ ask: '申请采购', doAsk: '提交申请', print: '打印采购单' },
    ...{ submit: '提交审批', unpriced: '请填写每一种备件的单价。', submitted: '等待审批。' },
    ...{ approve: '同意', sure: /承诺供应时间/u, approved: '已审批' },
    ...{ order: '已订购', ordered: '等待到货。' },
    ...{ receive: '入库', accepted: /的合格数量/u, partly: '部分到货', closed: '采购已完成。' },
    ...{ suspend: '暂停合作' },
  },
  en: {
    ...{ keeper: /Storekeeper/u, buyer: /Buyer/u, manager: /Materials manager/u, required: 'Required' },
    ...{ ask: 'Ask for parts', doAsk: 'Ask', print: 'Print the purchase order' },
    ...{ submit: 'Submit', unpriced: 'Every part needs its price.', submitted: 'It is to be approved.' },
    ...{ approve: 'Approve', sure: /the clock runs/u, approved: 'Approved' },
    ...{ order: 'Ordered', ordered: 'The goods are to come.' },
    ...{
      receive: 'Put in stock',
      accepted: /^Accepted of/u,
      partly: 'Received in part',
      closed: 'The purchase is done.',
    },
    ...{ suspend: 'Suspend' },
  },
} as const;

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const field = (form: Locator, name: string): Locator => form.locator(`[data-field=${name}]`);

/** Opens a choice, types where it is a search, and takes what has the text. */
async function choose(page: Page, box: Locator, text: string, typed = ''): Promise<void> {
  await box.getByRole('combobox').click();
  if (typed !== '') await box.getByRole('combobox').fill(typed);
  await page.locator('.ant-select-item-option', { hasText: text }).filter({ visible: true }).first().click();
}

/** Parts for the shelf are asked for, approved, ordered and received, each by whose turn it is. */
export function itBuysParts({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide'],
    ['en', 'narrow'],
  ] as const)('buy parts from the draft to the shelf, in %s on a %s screen', async (language, size) => {
    const { stack, people } = given();
    const said = words[language];
    const storekeeper = await people.as('storekeeper');
    const [cable, plug] = (await storekeeper.call(listParts, { query: { q: '网络跳线', limit: 2 } })).items;
    if (!cable || !plug) throw new Error('the catalogue has no two kinds of patch cables');
    const onHand = async () => {
      const { items } = await storekeeper.call(listStock, { query: { partId: cable.id, limit: 100 } });
      return items.reduce((sum, item) => sum + item.onHand, 0);
    };
    const before = await onHand();
    const reason = `雨季前补库 ${crypto.randomUUID()}`;

    let page = await enter({ role: said.keeper, size, language });
    await page.goto(`${stack.url}/purchase-orders`);
    await page.getByRole('button', { name: said.ask }).click();
    const dialog = page.getByRole('dialog');
    await choose(page, field(dialog, 'lines'), cable.name, cable.model);
    await dialog.getByRole('spinbutton').fill('3');
    await choose(page, field(dialog, 'lines'), plug.name, plug.model);
    await dialog.getByRole('button', { name: said.doAsk, exact: true }).click();
    await shown(field(dialog, 'reason').getByText(said.required));
    expect(await sound(page)).toEqual([0, []]);
    await field(dialog, 'reason').locator('input').fill(reason);
    await dialog.getByRole('button', { name: said.doAsk, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const drafted = await eventually(async () => {
      const { items } = await storekeeper.call(listPurchaseOrders, { query: { status: 'drafted' } });
      return items.find((one) => one.reason === reason);
    });
    const row = page.locator(`a[href="/purchase-orders/${drafted.id}"]`, {
      hasText: `${cable.name} × 3 · ${plug.name} × 1`,
    });
    await shown(row);
    expect(await sound(page)).toEqual([0, []]);
    await row.click();
    await shown(page.getByText(reason));
    await shown(page.getByRole('link', { name: said.print }));
    expect(await sound(page)).toEqual([0, []]);
    const path = new URL(page.url()).pathname;
    await page.context().close();

    /** The page as somebody finds it, with the form of the step that is theirs. */
    const turnOf = async (role: RegExp) => {
      page = await enter({ role, size, language });
      await page.goto(stack.url + path);
      await shown(page.locator('.k-next form'));
      expect(await sound(page)).toEqual([0, []]);
      return page.locator('.k-next');
    };
    const doIt = (next: Locator, what: string) => next.getByRole('button', { name: what, exact: true }).last().click();
    const isNow = async (waits: string) => {
      await shown(page.getByText(waits));
      expect(await sound(page)).toEqual([0, []]);
      await page.context().close();
    };

    let next = await turnOf(said.buyer);
    await choose(page, field(next, 'supplierId'), '上海恒雅智能设备有限公司');
    const prices = field(next, 'prices').getByRole('spinbutton');
    await prices.first().fill('12.5');
    await field(next, 'expectedOn').locator('input').fill(inDays(5));
    await doIt(next, said.submit);
    await shown(field(next, 'prices').getByText(said.unpriced));
    expect(await sound(page)).toEqual([0, []]);
    await prices.last().fill('8');
    await doIt(next, said.submit);
    await isNow(said.submitted);

    next = await turnOf(said.manager);
    await shown(page.getByText('¥45.50'));
    await doIt(next, said.approve);
    const sure = page.getByRole('dialog');
    await shown(sure.getByText(said.sure));
    expect(await sound(page)).toEqual([0, []]);
    await doIt(sure, said.approve);
    await isNow(said.approved);

    next = await turnOf(said.buyer);
    await field(next, 'confirmedOn').locator('input').fill(inDays(6));
    await doIt(next, said.order);
    await isNow(said.ordered);

    next = await turnOf(said.keeper);
    await field(next, 'lines').getByLabel(said.accepted).first().fill('2');
    await choose(page, field(next, 'placeId'), '库');
    await field(next, 'certificate').locator('input').fill('HGZ-118');
    await doIt(next, said.receive);
    await shown(page.getByText(said.partly));
    expect(await sound(page)).toEqual([0, []]);
    await choose(page, field(next, 'placeId'), '库');
    await field(next, 'certificate').locator('input').fill('HGZ-119');
    await doIt(next, said.receive);
    await isNow(said.closed);
    await eventually(async () => (await onHand()) === before + 3);
  });

  it.each([
    ['zh', 'wide'],
    ['en', 'narrow'],
  ] as const)('show the suppliers, and suspend none without a reason, in %s on a %s screen', async (language, size) => {
    const { stack } = given();
    const said = words[language];
    const page = await enter({ role: said.manager, size, language });
    await page.goto(`${stack.url}/suppliers`);
    await shown(page.getByText('杭州安视监控器材有限公司'));
    expect(await sound(page)).toEqual([0, []]);
    await page.getByRole('button', { name: said.suspend }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: said.suspend }).click();
    await shown(field(dialog, 'reason').getByText(said.required));
    expect(await sound(page)).toEqual([0, []]);
    await page.context().close();
  });
}
