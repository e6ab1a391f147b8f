import { expect, it } from '@jest/globals';
import { changeRouting, getRouting, reportRequest } from '@pledge/contracts/http';
import type { Visit } from './visits.js';
import { shown, sound } from './visits.js';

const words = {
  zh: {
    role: /系统管理员/u,
    reader: /座席员/u,
    department: '转请部门 提高性能',
    archive: '资料室',
    save: '保存新一版',
    onTop: '把我的改动叠加到新版上',
    history: '历次改动',
  },
  en: {
    role: /Administrator/u,
    reader: /Agent/u,
    department: 'Goes to Performance',
    archive: 'Archive',
    save: 'Save as a new edition',
    onTop: 'Put my changes on top of it',
    history: 'How it came to be',
  },
} as const;

/** The routing table is changed with a preview, and nobody overwrites anybody. */
export function itRoutes({ enter, given }: Visit): void {
  it.each([
    ['zh', 'wide'],
    ['en', 'narrow'],
  ] as const)(
    'show what another routing table would change before it is saved, in %s on a %s screen',
    async (language, size) => {
      const { stack, people } = given();
      const { role, department, archive, save, onTop, history } = words[language];
      const agent = await people.as('agent');
      const { number } = await agent.call(reportRequest, {
        body: {
          ...{
            kind: 'performance',
            channel: 'hotline',
            language: 'zh',
            subject: '识别太慢',
            description: `早高峰排队 ${crypto.randomUUID()}`,
          },
          reportedBy: { name: '王敏', phone: '13800000001', email: null },
          details: { kind: 'performance', now: '3 秒', wanted: '1 秒' },
        },
      });
      const admin = await people.as('administrator');
      const before = await admin.call(getRouting);
      const page = await enter({ role, size, language });
      await page.goto(`${stack.url}/routing`);
      await shown(page.getByRole('heading', { name: history }));
      expect(await sound(page)).toEqual([0, []]);

      await page.getByRole('combobox', { name: department }).click();
      await page.locator('.ant-select-item-option', { hasText: archive }).filter({ visible: true }).click();
      await shown(page.getByRole('link', { name: number }));
      expect(await sound(page)).toEqual([0, []]);

      const lines = before.lines.map((line) =>
        line.kind === 'upgrade' ? { ...line, department: 'parts' as const } : line,
      );
      await admin.call(changeRouting, { body: { lines } }, { ifMatch: before.version });
      await page.getByRole('button', { name: save }).click();
      await page.getByRole('button', { name: onTop }).click();
      await page.getByRole('button', { name: save }).click();
      await page.getByRole('button', { name: save }).waitFor({ state: 'detached' });
      const after = await admin.call(getRouting);
      expect(after.version).toBe(before.version + 2);
      expect(after.lines.filter(({ kind }) => kind === 'upgrade' || kind === 'performance')).toMatchObject([
        { kind: 'performance', department: 'archives' },
        { kind: 'upgrade', department: 'parts' },
      ]);
      await admin.call(changeRouting, { body: { lines: before.lines } }, { ifMatch: after.version });
      await page.context().close();
    },
  );
}
