import type { Channel, Department, PromiseName } from '@pledge/contracts';

/** What a person is told: Chinese first, English on the lines after. */
export interface Wording {
  readonly template: string;
  readonly subject: string;
  readonly text: string;
}

/** What every template may need besides the event. */
export interface Surroundings {
  readonly timeZone: string;
  readonly publicUrl: string;
}

export const progressLink = ({ publicUrl }: Surroundings, publicToken: string): string =>
  `${publicUrl}/p/${publicToken}`;

/** A moment as people at the company read it: `11月22日 17:30`, `22 Nov 17:30`. */
export function clockTime(instant: string, timeZone: string): { readonly zh: string; readonly en: string } {
  const told = (locale: string, month: 'numeric' | 'short') =>
    Object.fromEntries(
      new Intl.DateTimeFormat(locale, {
        timeZone,
        month,
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      })
        .formatToParts(Date.parse(instant))
        .map(({ type, value }) => [type, value]),
    );
  const { month, day, hour, minute } = told('en-GB', 'numeric');
  return {
    zh: `${Number(month)}月${Number(day)}日 ${hour}:${minute}`,
    en: `${Number(day)} ${told('en-GB', 'short').month} ${hour}:${minute}`,
  };
}

export const promiseWords: Readonly<Record<PromiseName, { readonly zh: string; readonly en: string }>> = {
  respond: { zh: '响应', en: 'respond' },
  arrive: { zh: '到达现场', en: 'arrive' },
  resolve: { zh: '解决', en: 'resolve' },
  'answer-question': { zh: '疑难问题回复', en: 'answer question' },
  'settle-complaint': { zh: '投诉处理', en: 'settle complaint' },
  'settle-transferred': { zh: '转办处理', en: 'settle transferred complaint' },
  'settle-escalated': { zh: '转交上级处理', en: 'settle escalated complaint' },
  'reply-suggestion': { zh: '建议回复', en: 'reply to suggestion' },
  'accept-handoff': { zh: '交接受理', en: 'accept hand-off' },
  'notify-product-change': { zh: '升级/淘汰通知', en: 'product change notice' },
  'warranty-notice': { zh: '保修到期通知', en: 'warranty notice' },
  'return-loan': { zh: '备品收回', en: 'return loan' },
  'supply-part': { zh: '备品供应', en: 'supply part' },
  'told-caller': { zh: '口头承诺', en: 'told caller' },
  'follow-up': { zh: '回访', en: 'follow up' },
};

export const departmentWords: Readonly<Record<Department, { readonly zh: string; readonly en: string }>> = {
  intake: { zh: '客服', en: 'Hotline' },
  dispatch: { zh: '维修', en: 'Repair' },
  parts: { zh: '物资供应部', en: 'Materials' },
  archives: { zh: '资料室', en: 'Archive' },
  support: { zh: '技术支持组', en: 'Technical support' },
  supervision: { zh: '用户监督', en: 'Supervision' },
  superior: { zh: '上级单位', en: 'Superior body' },
};

export const channelWords: Readonly<Record<Channel, { readonly zh: string; readonly en: string }>> = {
  hotline: { zh: '热线', en: 'hotline' },
  'night-hotline': { zh: '夜间及节假日热线', en: 'night and holiday hotline' },
  portal: { zh: '网络', en: 'web' },
  qr: { zh: '扫码', en: 'QR code' },
  email: { zh: '邮件', en: 'e-mail' },
  api: { zh: '接口', en: 'interface' },
  fax: { zh: '传真', en: 'fax' },
  letter: { zh: '信函', en: 'letter' },
  'on-site': { zh: '现场', en: 'a visit' },
  'suggestion-box': { zh: '意见箱', en: 'the suggestion box' },
};

export const lines = (...said: readonly string[]): string => said.join('\n');
