import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getConversation, getEnvelope, getOnCall, getRequest, listRequests } from '@pledge/contracts/http';
import { demoCustomers } from '@pledge/demo';
import { eventually } from '@pledge/testing/eventually';
import { describeWhere } from '@pledge/testing/where';
import type { Browser } from 'playwright-core';
import { begin, callForm } from '../call-form.js';
import { noBrowser, openBrowser } from '@pledge/testing/browser';
import { registerPage } from '../page-of-paper.js';
import type { Given } from '../visits.js';
import { shown, sound, visitsOf } from '../visits.js';
import { shiftWords } from './shift.words.js';
import { callFrom } from './telephone.js';

/** A night on a holiday, as two people have it, each in a language of their own: one takes what comes in at the desk and hands over, the other goes on with a telephone in the hand. */
export function describeShift(given: () => Given): void {
  describeWhere(noBrowser, 'a shift on a holiday', () => describeShifts(given));
}

function describeShifts(given: () => Given): void {
  describe.each([
    ['zh', 'en'],
    ['en', 'zh'],
  ] as const)('begun in %s and taken up in %s', (begun, takenUp) => {
    const [words, next] = [shiftWords[begun], shiftWords[takenUp]];
    let browser: Browser;
    const { enter } = visitsOf(given, () => browser);
    const mark = crypto.randomUUID();
    const marked = (what: string) => `${what} ${mark}`;
    let fault = '';
    let again = '';
    let question = '';
    let complaint = '';
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    const named = ({ name }: { readonly name: string }) => new RegExp(name, 'u');
    const onCall = async () => {
      const { now, next } = await (await given().people.as('agent')).call(getOnCall);
      const [first, second] = [now?.people[0], next?.people[0]];
      if (!now || !first || !second) throw new Error('the demo roster has a gap');
      return { now, first, second };
    };
    const recorded = async (q: string) => {
      const { items } = await (await given().people.as('agent')).call(listRequests, { query: { q: marked(q) } });
      expect(items).toHaveLength(1);
      return items[0]!;
    };

    it('begins with calls: a fault, the same again, a question that is answered, one that is not, a complaint', async () => {
      const { stack, people, device } = given();
      const agent = await people.as('agent');
      const { first } = await onCall();
      const equipment = device();
      const caller = demoCustomers.find(({ customerId }) => customerId === equipment.customerId)?.contacts[0];
      if (!caller) throw new Error('the customer has no contact');
      const page = await enter({ role: named(first), language: begun });
      await page.goto(`${stack.url}/desk`);
      const { form, field, about } = callForm(page);
      const send = async (done: string) => {
        await page.keyboard.press('Control+Enter');
        await shown(page.getByText(done).filter({ visible: true }));
      };
      /** A call that rings, is known by its number, and is answered in a form of its own. */
      const answer = async (telling: Awaited<ReturnType<typeof ringing>>) => {
        await telling.line.getByRole('button', { name: words.takeCall }).click();
        await eventually(async () => (await field('reportedBy_name').inputValue()) === caller.name);
        await telling.tell('answered');
      };
      const ringing = async () => {
        const tell = callFrom(stack.url, caller.phone);
        const envelopeId = await tell('ringing');
        const line = page.locator('.call.ringing', { hasText: caller.name });
        await shown(line);
        return { tell, envelopeId, line };
      };

      await shown(page.locator('.calls'));
      const call = await ringing();
      expect(await sound(page)).toEqual([0, []]);
      await answer(call);
      await about(equipment);
      await field('description').fill(marked('主机反复重启'));
      await send(words.readOut);
      await call.tell('ended');
      const told = await recorded('主机反复重启');
      fault = told.id;
      const envelope = await agent.call(getEnvelope, { params: { envelopeId: call.envelopeId } });
      expect([told.reportedBy.name, envelope.channel, envelope.outcome]).toEqual([
        caller.name,
        'night-hotline',
        { type: 'new-request', requestId: told.id, number: told.number },
      ]);

      await page.getByRole('button', { name: words.reportAnother }).filter({ visible: true }).click();
      await about(equipment);
      await shown(form.locator('.twin-outcome.rule-joins').filter({ hasText: told.number }));
      await field('reportedBy_name').fill('保安李师傅');
      await field('reportedBy_phone').fill('021 5555 0177');
      await field('description').fill(marked('大门也打不开'));
      await send(words.readOut);
      const twin = await recorded('大门也打不开');
      expect(twin.joinedTo?.number).toBe(told.number);
      again = twin.id;

      const enquire = (kind: string, text: string) => begin(page, words.reportAnother, kind, text);
      await enquire('consultation', words.known);
      const article = page.locator('.desk-side .article-hits li').filter({ visible: true }).first();
      await shown(article);
      await article.locator('.card-actions button').click();
      await shown(form.locator('.outcome .card-actions button'));
      await field('description').fill(marked(words.known));
      await send(words.answered);
      expect((await recorded(words.known)).status).toBe('responded');

      await enquire('how-to', marked('没有写到的接线'));
      await form.locator('.outcome input[value=refer]').check();
      await field('outcome_reason').fill('资料中没有此型号的说明');
      await send(words.referred);
      question = (await recorded('没有写到的接线')).id;

      await enquire('complaint', marked('维修人员迟到'));
      await form.locator('.outcome input[value=hand-over]').check();
      await field('outcome_handled').fill('已道歉');
      await send(words.handedOver);
      complaint = (await recorded('维修人员迟到')).id;
      await page.context().close();
    });

    it('goes on with what the user is asked and was promised, and ends in the hands of the next', async () => {
      const { stack, people } = given();
      const agent = await people.as('agent');
      const { first, second } = await onCall();
      const page = await enter({ role: named(first), language: begun });
      await page.goto(`${stack.url}/requests/${fault}`);
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      await press(words.askUser);
      await page.locator('#ask_question').fill('哪一栋楼？');
      await press(words.ask);
      await shown(page.locator('.owed-item').getByText('哪一栋楼？'));
      await press(words.promiseCallBack);
      await page.locator('#tell_what').fill('告知到场时间');
      await press(words.inAnHour);
      await press(words.notePromise);
      await shown(page.locator('.owed-item').getByText('告知到场时间'));

      await page.goto(`${stack.url}/roster`);
      await page.locator('.hand-over summary').first().click();
      const { number } = await agent.call(getRequest, { params: { requestId: fault } });
      await shown(page.locator('.hand-over').getByText(number));
      expect(await sound(page)).toEqual([0, []]);
      // A shift is handed over once: the second story reads to whom it was.
      if ((await onCall()).now.handedOver === null) {
        await page.locator('.hand-over form textarea:not([aria-hidden])').fill('门禁主机已报派工');
        await page.locator('.hand-over form button[type=submit]').click();
        await page.locator('.hand-over form').waitFor({ state: 'detached' });
      }
      await shown(page.locator('.shift.now').getByText(new RegExp(`${words.handed}.*${second.name}`, 'u')));
      expect((await onCall()).now.handedOver).toMatchObject({ to: { personId: second.personId } });
      await page.context().close();
    });

    it('leaves a question with a department that answers it, and decides what the knowledge base learns', async () => {
      const { stack } = given();
      const cardFor = async (name: string) => {
        const page = await enter({ role: named({ name }), language: begun });
        await page.goto(`${stack.url}/questions?request=${question}`);
        const card = page.locator('li.panel', { hasText: mark });
        return { page, card, text: card.locator('textarea:not([aria-hidden])') };
      };
      const answering = await cardFor('侯博文');
      await answering.card.getByRole('button', { name: words.takeUp, exact: true }).click();
      await answering.text.fill('蓝线接 4 号端子，棕线接 5 号端子。');
      await answering.card.getByRole('button', { name: words.sendAnswer, exact: true }).click();
      await shown(answering.card.getByText(words.toLearnFrom));
      expect(await sound(answering.page)).toEqual([0, []]);
      await answering.page.context().close();

      const deciding = await cardFor('龙思远');
      await deciding.card.getByRole('radio', { name: words.notGeneral }).check();
      await deciding.text.fill('仅此一处改造');
      await deciding.card.getByRole('button', { name: words.closeQuestion, exact: true }).click();
      await shown(deciding.card.getByText(words.closed));
      expect(await sound(deciding.page)).toEqual([0, []]);
      await deciding.page.context().close();
    });

    it('is taken up by the next: answered, called back, untangled, transcribed, closed', async () => {
      const { stack, people } = given();
      const agent = await people.as('agent');
      const { second } = await onCall();
      const page = await enter({ role: named(second), size: 'narrow', language: takenUp });
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      await page.goto(`${stack.url}/queues/waiting-for-user?q=${mark}`);
      await page.locator('tbody tr', { hasText: mark }).getByRole('link').click();
      await press(next.clarified);
      await page.locator('.owed-item textarea:not([aria-hidden])').fill('3 号楼');
      await press(next.keepClarified);
      await shown(page.locator('.said.in').getByText('3 号楼'));
      expect(await sound(page)).toEqual([0, []]);

      await page.goto(`${stack.url}/queues/call-backs?q=${encodeURIComponent(marked('主机反复重启'))}`);
      await page.locator('tbody tr', { hasText: mark }).getByRole('link').click();
      await press(next.heard);
      await page.locator('.owed-item').first().waitFor({ state: 'detached' });
      const { clarifications, callBacks } = await agent.call(getConversation, { params: { requestId: fault } });
      expect([clarifications.map(({ state }) => state), callBacks.map(({ state }) => state)]).toEqual([
        ['answered'],
        ['kept'],
      ]);

      await page.goto(`${stack.url}/requests/${again}`);
      await page.getByRole('button', { name: next.undoJoin }).first().click();
      await page.locator('#undo-join_reason').fill('另一扇门');
      await page.locator('#undo-join').getByRole('button', { name: next.undoJoin }).click();
      await eventually(async () => {
        const { status, joinedTo } = await agent.call(getRequest, { params: { requestId: again } });
        return status !== 'joined' && joinedTo === null;
      });

      await registerPage(stack.url, agent, { subject: marked('传真') });
      await page.goto(`${stack.url}/queues/transcribe?q=${mark}`);
      await page.locator('tbody tr', { hasText: mark }).getByRole('link').click();
      await shown(page.locator('.page-image img'));
      await page.locator('form textarea:not([aria-hidden])').first().fill('闸机不开');
      await press(next.keepTranscript);
      await shown(page.locator('blockquote').getByText('闸机不开'));

      await page.goto(`${stack.url}/requests/${question}`);
      await shown(page.getByText('蓝线接 4 号端子'));
      await page.locator('#respond_text').fill('Blue to terminal 4, brown to 5.');
      await press(next.recordAnswer);
      await shown(page.locator('.said.out'));
      await press(next.recordConfirmation);
      await shown(page.locator('#confirm_by'));
      expect(await sound(page)).toEqual([0, []]);
      await press(next.record);
      await eventually(
        async () => (await agent.call(getRequest, { params: { requestId: question } })).status === 'closed',
      );
      const handed = await agent.call(getRequest, { params: { requestId: complaint } });
      expect(handed.referral?.department).toBe('supervision');
      await page.context().close();
    });
  });
}
