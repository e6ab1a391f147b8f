import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { barriers, noBrowser, openBrowser, overflow } from '@pledge/testing/browser';
import { eventually } from '@pledge/testing/eventually';
import { describeWhere } from '@pledge/testing/where';
import type { Browser, Page } from 'playwright-core';
import { MemoryServer } from '../testbed/memory-server.js';
import type { KitPage } from '../testbed/kit-page.js';
import { buildKitPage } from '../testbed/kit-page.js';

describeWhere(noBrowser, 'a list', () => {
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

  const focused = (page: Page) => page.evaluate<string>('document.activeElement.closest("tr")?.innerText ?? ""');
  const rows = (page: Page) => page.locator('.k-row');
  const query = (page: Page) => new URL(page.url()).searchParams;

  it('is walked by keyboard: j and k move the focus, x ticks, Enter opens, and Back leads back', async () => {
    const page = await kit.open(browser, new MemoryServer(5), '/tickets');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    expect(await focused(page)).toContain('T-1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toContain('T-2');
    await page.keyboard.press('x');
    await page.locator('.k-ticked').waitFor();
    expect(await page.locator('.k-chosen').innerText()).toContain('T-2');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused(page)).toContain('T-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tickets\/[0-9a-f-]{36}$/u);
    await page.goBack();
    await rows(page).first().waitFor();
  });

  it('leaves the keys to whoever types', async () => {
    const page = await kit.open(browser, new MemoryServer(3), '/tickets');
    await rows(page).first().waitFor();
    await page.locator('[role=search] input').first().fill('T-');
    await page.keyboard.press('j');
    expect(await page.locator('[role=search] input').first().inputValue()).toBe('T-j');
  });

  it('stands in its address, of which it takes only what its query takes', async () => {
    const server = new MemoryServer(3);
    server.change(3, { status: 'closed' });
    const page = await kit.open(browser, server, '/tickets?status=nonsense');
    await eventually(async () => (await rows(page).count()) === 2);
    expect(await page.locator('.k-views [aria-current]').innerText()).toBe('view.open');
    await page.getByRole('link', { name: 'view.all' }).click();
    await eventually(async () => (await rows(page).count()) === 3);
    await page.locator('[role=search] input').first().fill('T-3');
    await eventually(async () => (await rows(page).count()) === 1);
    expect([query(page).get('view'), query(page).get('q')]).toEqual(['view.all', 'T-3']);
    await page.reload();
    await eventually(async () => (await rows(page).count()) === 1);
  });

  it('says how many there are, and shows more', async () => {
    const server = new MemoryServer(60);
    const page = await kit.open(browser, server, '/tickets?lang=en');
    await rows(page).first().waitFor();
    expect(await page.locator('.k-count').innerText()).toBe('50 of 50+');
    await page.getByRole('button', { name: 'Show more' }).click();
    await eventually(async () => (await rows(page).count()) === 60);
    server.total = 692;
    await page.reload();
    await rows(page).first().waitFor();
    expect(await page.locator('.k-count').innerText()).toBe('50 of 692');
  });

  it('has rows of two lines within 44 px, which say by a word and a colour what is late', async () => {
    const page = await kit.open(browser, new MemoryServer(3), '/tickets?lang=en');
    await rows(page).first().waitFor();
    expect((await rows(page).first().boundingBox())?.height).toBeLessThanOrEqual(44);
    expect(await page.locator('.k-due').allInnerTexts()).toEqual([
      expect.stringMatching(/^5[23] min late$/u),
      expect.stringMatching(/^(?:29|30) min$/u),
      expect.stringMatching(/^7 h \d+ min$/u),
    ]);
    expect(await page.locator('.k-due-late').count()).toBe(1);
  });

  it('follows a live update where it stands', async () => {
    const server = new MemoryServer(2);
    const page = await kit.open(browser, server, '/tickets');
    await rows(page).first().waitFor();
    server.change(1, { cause: 'somebody else found it' });
    await page.evaluate('liveUpdate()');
    await page.getByText('somebody else found it').waitFor();
  });

  it('says that nothing could be read, and reads on when told to', async () => {
    const server = new MemoryServer(1);
    server.isAway = true;
    const page = await kit.open(browser, server, '/tickets?lang=en');
    await page.getByRole('alert').waitFor();
    server.isAway = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await rows(page).first().waitFor();
    server.isAway = true;
    await page.evaluate('liveUpdate()');
    await page.locator('.k-stale').waitFor();
    expect(await rows(page).count()).toBe(1);
    const empty = await kit.open(browser, new MemoryServer(0), '/tickets');
    await empty.getByText('tickets.empty-hint').waitFor();
  });

  it('does one thing with several rows, and says of each what came of it', async () => {
    const server = new MemoryServer(4);
    for (const number of [1, 2, 3]) server.change(number, { status: 'assigned' });
    const page = await kit.open(browser, server, '/tickets?lang=en');
    await rows(page).first().waitFor();
    await page.getByRole('checkbox', { name: 'Tick all shown' }).check();
    await page.locator('.k-ticked').getByRole('button', { name: 'close' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('will be done'),
      expect.stringContaining('will be done'),
      expect.stringContaining('will be done'),
      expect.stringContaining('not possible now'),
    ]);
    expect(await barriers(page)).toEqual([]);
    server.refuse = ({ path }) =>
      path.includes(server.ticket(2).id) ? { status: 409, body: { title: 'no', detail: 'not yours' } } : null;
    await dialog.getByRole('button', { name: 'close (3)' }).click();
    await dialog.getByText('Done: 2; not accepted: 1').waitFor();
    // The rows that are done have left the list; what came of them has not.
    await page.evaluate('liveUpdate()');
    await eventually(async () => (await rows(page).count()) === 2);
    expect(await dialog.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/T-1\s+done/u),
      expect.stringMatching(/T-2\s+not accepted\s+not yours/u),
      expect.stringMatching(/T-3\s+done/u),
      expect.stringContaining('not possible now'),
    ]);
  });

  it('goes on with several rows where an answer was lost, under the same key', async () => {
    const server = new MemoryServer(2);
    for (const number of [1, 2]) server.change(number, { status: 'assigned' });
    const page = await kit.open(browser, server, '/tickets?lang=en');
    await rows(page).first().waitFor();
    await page.getByRole('checkbox', { name: 'Tick all shown' }).check();
    await page.locator('.k-ticked').getByRole('button', { name: 'close' }).click();
    server.lose = (route) => route.abort();
    await page.getByRole('button', { name: 'close (2)' }).click();
    await page.getByRole('button', { name: 'Go on with the other 2' }).click();
    await page.getByText('Done: 2').waitFor();
    expect(server.sent.map(({ key }) => key)).toHaveLength(3);
    expect(server.sent[0]?.key).toBe(server.sent[1]?.key);
    expect([server.ticket(1).version, server.ticket(2).version]).toEqual([3, 3]);
  });

  it.each([
    ['zh', 'wide'],
    ['zh', 'narrow'],
    ['en', 'wide'],
    ['en', 'narrow'],
  ] as const)('has no barrier and is not too wide, in %s on a %s screen', async (language, size) => {
    const page = await kit.open(browser, new MemoryServer(6), `/tickets?lang=${language}`, size);
    await rows(page).first().waitFor();
    await page
      .getByRole('checkbox')
      .nth(size === 'wide' ? 1 : 1)
      .check();
    expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
    if (size === 'narrow') expect((await rows(page).first().boundingBox())?.height).toBeLessThanOrEqual(56);
  });
});
