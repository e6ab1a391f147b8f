import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { barriers, noBrowser, openBrowser, overflow } from '@pledge/testing/browser';
import { eventually } from '@pledge/testing/eventually';
import { describeWhere } from '@pledge/testing/where';
import type { Browser, Page } from 'playwright-core';
import { MemoryServer } from '../testbed/memory-server.js';
import type { KitPage } from '../testbed/kit-page.js';
import { buildKitPage } from '../testbed/kit-page.js';

describeWhere(noBrowser, 'a record', () => {
  let browser: Browser;
  let kit: KitPage;
  beforeAll(async () => {
    kit = buildKitPage();
    browser = await openBrowser();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser.close();
    kit.clear();
  });

  const open = async (server: MemoryServer, size: 'wide' | 'narrow' = 'wide', language = 'en') => {
    const page = await kit.open(browser, server, `/tickets/${server.ticket(1).id}?lang=${language}`, size);
    await page.locator('.k-next h2').waitFor();
    return page;
  };
  const field = (page: Page, name: string) => page.locator(`[data-field=${name}]`);
  const cause = (page: Page) => field(page, 'cause').locator('input');
  const send = (page: Page) => page.locator('.k-form button[type=submit]');
  const activeField = (page: Page) =>
    page.evaluate<string>(
      'document.activeElement.closest("[data-field]")?.dataset.field ?? document.activeElement.tagName',
    );
  /** Everything that has to be filled in. */
  const fill = async (page: Page, text = 'fuse') => {
    await field(page, 'who').locator('input').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await cause(page).fill(text);
    await field(page, 'level').locator('input').fill('3');
  };

  it('says at its field what is wrong, with the limits of the schema, and puts the focus there', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await send(page).click();
    await field(page, 'cause').getByText('Required').waitFor();
    expect(await activeField(page)).toBe('who');
    expect(await page.locator('.ant-form-item-explain-error').count()).toBe(3);
    expect(await field(page, 'cause').locator('[aria-required=true]').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);

    await fill(page);
    await eventually(async () => (await page.locator('.ant-form-item-explain-error').count()) === 0);
    await field(page, 'tools').locator('input').fill('a-tool-with-a-long-name,');
    await send(page).click();
    await field(page, 'tools').getByText('At most 10 characters').waitFor();
    expect(await activeField(page)).toBe('tools');
    expect(server.sent).toEqual([]);
  });

  it('says at its field what the server refused, by pointer and by code', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await fill(page);
    server.refuse = () => ({
      status: 400,
      body: { title: 'no', errors: [{ pointer: '/tools/0', detail: 'too heavy' }] },
    });
    await send(page).click();
    await field(page, 'tools').getByText('too heavy').waitFor();
    expect(await activeField(page)).toBe('tools');
    server.refuse = () => ({ status: 409, body: { title: 'no', code: 'li-is-away', detail: 'Li is away today.' } });
    await send(page).click();
    await field(page, 'who').getByText('Li is away today.').waitFor();
    expect(await activeField(page)).toBe('who');
    expect(await page.locator('.notice').count()).toBe(0);
    server.refuse = () => ({ status: 409, body: { title: 'no', code: 'other', detail: 'Not on a Tuesday.' } });
    await send(page).click();
    await page.locator('.notice').getByText('Not on a Tuesday.').waitFor();
  });

  it('sends what the schema parsed, with every kind of field, by Ctrl+Enter; a toast says so and the focus goes on', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await fill(page, '  fuse ');
    await field(page, 'told').locator('input').check();
    await field(page, 'duties').locator('input').first().check();
    await field(page, 'tools').locator('input').fill('meter,');
    await field(page, 'remark').locator('textarea').first().fill('line one');
    // Pressed twice in a row it is sent once.
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await page.locator('[role=status]', { hasText: 'command.assignTicket.done' }).waitFor();
    expect(server.sent.map(({ body, ifMatch }) => [ifMatch, body])).toEqual([
      [
        '"1"',
        {
          who: 'li',
          cause: 'fuse',
          level: 3,
          arriveAt: '2026-12-01T08:00:00Z',
          tools: ['meter'],
          told: true,
          duties: { badge: true, shoes: false },
          remark: 'line one',
          lines: [],
        },
      ],
    ]);
    await eventually(async () => (await activeField(page)) === 'H2');
    expect(await page.locator('.k-next h2').innerText()).toBe('close');
  });

  it('keeps what was typed when somebody else changes the record, says what changed, and follows it elsewhere', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await cause(page).fill('half a sentence');
    server.change(1, { status: 'assigned', level: 7, cause: 'another cause' });
    await page.evaluate('liveUpdate()');
    const told = page.locator('.k-form [role=status]');
    await told.waitFor();
    expect(await told.innerText()).toContain('Status, Cause, Level');
    expect(await cause(page).inputValue()).toBe('half a sentence');
    await eventually(async () => (await field(page, 'level').locator('input').inputValue()) === '7');
    // The form stays; what is next now is a button at its title.
    expect(await page.locator('.k-next-others').innerText()).toContain('close');
    await page.locator('.k-next-others').getByRole('button', { name: 'close' }).click();
    await eventually(async () => (await page.locator('.k-next h2').innerText()) === 'close');
  });

  it('goes on with the next step where nobody is in the form, and leaves the focus where it is', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    server.change(1, { status: 'assigned' });
    await page.evaluate('liveUpdate()');
    await eventually(async () => (await page.locator('.k-next h2').innerText()) === 'close');
    expect(await activeField(page)).toBe('BODY');
  });

  it('does a thing once whose answer was lost, although a live update came before it was sent again', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await page.locator('.k-next-others').getByRole('button').click();
    await field(page, 'note').locator('input').fill('how?');
    server.lose = (route) => route.abort();
    await send(page).click();
    await page.getByText('No answer from the server').waitFor();
    await page.evaluate('liveUpdate()');
    await page.locator('.notes').getByText('how?').waitFor();
    await send(page).click();
    await page.locator('[role=status]', { hasText: 'command.noteTicket.done' }).waitFor();
    expect(server.sent.map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"1"']);
    expect(new Set(server.sent.map(({ key }) => key)).size).toBe(1);
    expect(server.ticket(1).notes).toEqual(['how?']);
    expect(await page.getByText('No answer from the server').count()).toBe(0);
  });

  it('says that the record was changed where the version is not the last one, and keeps what was typed', async () => {
    const server = new MemoryServer(1);
    const page = await open(server);
    await fill(page);
    server.change(1, { cause: 'another cause' });
    await send(page).click();
    await page.locator('.notice').getByText('Somebody has just changed this record').waitFor();
    expect(await cause(page).inputValue()).toBe('fuse');
    await eventually(async () => {
      await send(page).click();
      return server.ticket(1).status === 'assigned';
    });
  });

  it('asks before what cannot be undone, with the focus on the way out', async () => {
    const server = new MemoryServer(1);
    server.change(1, { status: 'assigned' });
    const page = await open(server);
    await send(page).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('no way back').waitFor();
    await eventually(async () => (await page.evaluate<string>('document.activeElement.innerText')) === 'Cancel');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(server.sent).toEqual([]);
    await send(page).click();
    await dialog.getByRole('button', { name: 'close' }).click();
    await page.locator('[role=status]', { hasText: 'closed' }).waitFor();
    expect(server.sent.map(({ body }) => body)).toEqual([null]);
    await page.getByText('waits.closed').waitFor();
    await eventually(async () => (await activeField(page)) === 'H2');
  });

  it.each([
    ['zh', 'wide'],
    ['zh', 'narrow'],
    ['en', 'wide'],
    ['en', 'narrow'],
  ] as const)('has no barrier and is not too wide, in %s on a %s screen', async (language, size) => {
    const page = await open(new MemoryServer(1), size, language);
    expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
    const tops = await page.evaluate<number[]>(
      '[".k-clocks", ".k-next", ".k-work", ".k-facts"].map((part) => document.querySelector(part).getBoundingClientRect().top)',
    );
    if (size === 'narrow') expect(tops).toEqual([...tops].sort((one, other) => one - other));
  });
});
