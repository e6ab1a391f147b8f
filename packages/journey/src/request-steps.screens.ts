import { expect, it } from '@jest/globals';
import {
  getConversation,
  getProgress,
  getRequest,
  reportRequest,
  respondToRequest,
  writeReply,
} from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { sentFiles } from './files-field.js';
import { apart } from './main-job.js';
import type { Visit } from './visits.js';
import { screens, shown, sound } from './visits.js';

const caller = { name: '王敏', phone: '13800000001' };

/** What can be done with a request, on its page and by the link of the user. */
export function itTakesSteps({ enter, given }: Visit): void {
  it.each(screens)(
    'answers a consultation, records that it helped and closes it, in %s on a %s screen',
    async (language, size, role) => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const { customerId, siteId } = device();
      const { id: requestId } = await agent.call(reportRequest, {
        body: {
          ...{ kind: 'consultation', channel: 'hotline', reportedBy: caller, customerId, siteId },
          ...{ subject: '如何导出录像', description: '想导出上周的录像', details: { kind: 'consultation' } },
        },
      });
      const page = await enter({ role, size, language });
      const press = (zh: string, en: string) =>
        page.getByRole('button', { name: language === 'zh' ? zh : en, exact: true }).click();
      await page.goto(`${stack.url}/requests/${requestId}`);
      await press('由我处理', 'Take it');
      await page.locator('#respond_text').fill('在回放页选中时段后导出');
      expect(await sound(page)).toEqual([0, []]);
      await press('记录答复', 'Record the answer');
      await shown(page.locator('.said.out'));
      await press('登记用户确认', 'Record the confirmation');
      await shown(page.locator('#confirm_by'));
      expect(await sound(page)).toEqual([0, []]);
      await press('登记', 'Record');
      await eventually(async () => {
        const { status, takenBy, confirmation } = await agent.call(getRequest, { params: { requestId } });
        return status === 'closed' && takenBy?.name !== undefined && confirmation?.by === caller.name;
      });
      await page.context().close();
    },
  );

  it('refers a question with what the user was told, and shows with whom it is', async () => {
    const { stack, people } = given();
    const agent = await people.as('agent');
    const { id: requestId } = await agent.call(reportRequest, {
      body: {
        ...{ kind: 'consultation', channel: 'hotline', reportedBy: caller },
        ...{ subject: '旧型号能否导出', description: '旧型号能否导出录像', details: { kind: 'consultation' } },
      },
    });
    const page = await enter({ role: /座席员/u });
    await page.goto(`${stack.url}/requests/${requestId}`);
    await page.getByRole('button', { name: '暂无答案，转部门答复' }).click();
    await page.locator('#refer_reason').fill('需要核实型号');
    await page.locator('#refer').getByRole('button', { name: '2 小时后' }).click();
    await page.getByRole('button', { name: '登记并转出' }).click();
    await shown(page.getByRole('heading', { name: '疑难问题' }));
    await shown(page.locator('.owed-item').getByText('需要核实型号'));
    expect(await sound(page)).toEqual([0, []]);
    await page.context().close();
  });

  it('asks for what is missing of a fault, and undoes a join by name and with a reason', async () => {
    const { stack, people, device } = given();
    const agent = await people.as('agent');
    const equipment = device();
    const first = await agent.call(reportRequest, { body: apart(equipment) });
    const twin = { decision: 'join', requestId: first.id } as const;
    const joined = await agent.call(reportRequest, { body: { ...apart(equipment), twin } });
    expect(joined.joinedTo?.id).toBe(first.id);
    const page = await enter({ role: /座席员/u });
    await page.goto(`${stack.url}/requests/${joined.id}`);
    await page.getByRole('button', { name: '补充缺少的事实' }).click();
    await page.locator('#complete_cause').fill('电源老化');
    await page.locator('#complete').getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '撤销并入' }).first().click();
    await shown(page.getByText(`不再并入 ${first.number}`));
    expect(await sound(page)).toEqual([0, []]);
    await page.locator('#undo-join_reason').fill('不是同一台设备');
    await page.locator('#undo-join').getByRole('button', { name: '撤销并入' }).click();
    await eventually(async () => {
      const { status, cause } = await agent.call(getRequest, { params: { requestId: joined.id } });
      return status === 'received' && cause === '电源老化';
    });
    await page.context().close();
  });

  it.each([
    ['zh', '已解决', '发送', '还没有解决', /座席员/u],
    ['en', 'Yes, it works', 'Send', 'No, not yet', /Agent/u],
  ] as const)(
    'lets whoever holds the link write, and say whether it helped, in %s',
    async (language, works, send, fails, role) => {
      const { stack, people } = given();
      const agent = await people.as('agent');
      const { id: requestId, publicToken } = await agent.call(reportRequest, {
        body: {
          ...{ kind: 'how-to', channel: 'hotline', reportedBy: caller },
          ...{ subject: '说明书', description: '需要说明书', details: { kind: 'how-to' } },
        },
      });
      const page = await enter({ size: 'narrow', language });
      await page.goto(`${stack.url}/p/${publicToken}`);
      await page.locator('#write_text').fill('最好是英文版');
      const press = () => page.getByRole('button', { name: send, exact: true }).click();
      await sentFiles(page.locator('#write'), language, press);
      expect(await sound(page)).toEqual([0, []]);
      await press();
      await shown(page.locator('.said').getByText('最好是英文版'));
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: 'page-1.png' }).click();
      expect((await saved).suggestedFilename()).toBe('page-1.png');
      expect((await agent.call(getProgress, { params: { publicToken } })).mayConfirm).toBe(false);
      await agent.call(respondToRequest, { params: { requestId }, body: { text: '已发邮件' } });
      await page.reload();
      await shown(page.getByRole('button', { name: works }));
      expect(await sound(page)).toEqual([0, []]);
      await page.getByRole('button', { name: fails }).click();
      await page.locator('#fails_note').fill('打不开');
      await page.locator('#fails button[type=submit]').click();
      const desk = await enter({ role, language });
      await desk.goto(`${stack.url}/queues/confirm`);
      const disputed = desk.locator('tbody tr', { hasText: '打不开' }).first();
      await shown(disputed);
      await shown(desk.locator('.queue-tab.active .tag.bad'));
      expect(await sound(desk)).toEqual([0, []]);
      await disputed.getByRole('link').click();
      await shown(desk.locator('.disputed').getByText('打不开'));
      expect(await sound(desk)).toEqual([0, []]);
      await agent.call(writeReply, { params: { requestId }, body: { text: '已换成可打开的版本', via: 'phone' } });
      await desk.locator('.disputed').waitFor({ state: 'detached' });
      await page.reload();
      await page.getByRole('button', { name: works }).click();
      await eventually(async () => (await agent.call(getRequest, { params: { requestId } })).status === 'closed');
      expect(await sound(page)).toEqual([0, []]);
      const { entries } = await agent.call(getConversation, { params: { requestId } });
      expect(entries.map(({ type }) => type)).toEqual(['report', 'user', 'answer', 'user', 'reply']);
      await page.context().close();
    },
  );
}
