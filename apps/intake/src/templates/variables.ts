import type { Category, Language, PromiseName, RequestKind } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';

const promised = ['respond', 'arrive', 'resolve', 'answer-question', 'settle-complaint', 'reply-suggestion'] as const;

/** Everything a text may ask of a request, and nothing else. */
export const variables = [
  'number',
  'kind',
  'reporter',
  'customer',
  'site',
  'address',
  'equipment',
  'model',
  'serialNumber',
  'category',
  'location',
  'receivedAt',
  'agent',
  'department',
  ...promised.map((promise) => `dueAt.${promise}` as const),
] as const;
export type Variable = (typeof variables)[number];

const all: ReadonlySet<string> = new Set(variables);
export const isVariable = (name: string): name is Variable => all.has(name);

const place = /\{\{([^{}]*)\}\}/gu;

/** The variables a text names, each once, and the brackets that open or close nothing. */
export function variablesIn(text: string): { readonly found: readonly string[]; readonly broken: readonly string[] } {
  const found = [...text.matchAll(place)].map(([, name]) => (name ?? '').trim());
  const rest = text.replaceAll(place, '');
  return { found: [...new Set(found)], broken: [...new Set(rest.match(/\{\{|\}\}/gu) ?? [])] };
}

export type Values = Readonly<Record<Variable, string | null>>;

/** What stands where a request has no value: to be written in by hand before it is sent. */
export const blank = '＿＿＿';

/** Puts the values in; what a value itself says is never taken for a variable. */
export function filled(text: string, values: Values): { readonly text: string; readonly empty: readonly Variable[] } {
  const empty = new Set<Variable>();
  const said = text.replaceAll(place, (whole, name: string) => {
    const variable = name.trim();
    if (!isVariable(variable)) return whole;
    const value = values[variable];
    if (value === null || value.trim() === '') empty.add(variable);
    return value === null || value.trim() === '' ? blank : value;
  });
  return { text: said, empty: [...empty] };
}

export interface Telling {
  readonly language: Language;
  readonly timeZone: string;
  /** Who answers. */
  readonly agent: string;
}

/** A request's own values, in the language of who is answered and in the company's time. */
export function valuesOf(request: Request, { language, timeZone, agent }: Telling): Values {
  const dueAt = (promise: PromiseName) => {
    const due = request.promises.find((one) => one.promise === promise && one.state !== 'void')?.dueAt;
    return due === undefined ? null : moment(due, language, timeZone);
  };
  const departmentName = request.holder && departments[request.holder.department][language];
  return {
    number: request.number,
    kind: kinds[request.kind][language],
    reporter: request.reportedBy.name,
    customer: request.customerName,
    site: request.siteName,
    address: request.siteAddress,
    equipment: request.equipmentName,
    model: request.equipmentModel,
    serialNumber: request.serialNumber,
    category: request.category && categories[request.category][language],
    location: request.location,
    receivedAt: moment(request.receivedAt, language, timeZone),
    agent,
    department: departmentName,
    'dueAt.respond': dueAt('respond'),
    'dueAt.arrive': dueAt('arrive'),
    'dueAt.resolve': dueAt('resolve'),
    'dueAt.answer-question': dueAt('answer-question'),
    'dueAt.settle-complaint': dueAt('settle-complaint'),
    'dueAt.reply-suggestion': dueAt('reply-suggestion'),
  };
}

/** `11月25日 15:30`, `25 Nov 15:30`. */
export function moment(instant: string, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: language === 'zh' ? 'numeric' : 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  const [day, month] = [String(Number(part.day)), String(part.month)];
  const time = `${String(part.hour)}:${String(part.minute)}`;
  return language === 'zh' ? `${String(Number(month))}月${day}日 ${time}` : `${day} ${month} ${time}`;
}

type Words<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

const kinds: Words<RequestKind> = {
  fault: { zh: '故障', en: 'fault' },
  consultation: { zh: '咨询', en: 'consultation' },
  complaint: { zh: '投诉', en: 'complaint' },
  suggestion: { zh: '建议', en: 'suggestion' },
  performance: { zh: '提高性能', en: 'performance improvement' },
  'how-to': { zh: '使用与技术文件说明', en: 'use and technical documents' },
  status: { zh: '进度查询', en: 'status inquiry' },
  upgrade: { zh: '软件升级', en: 'software upgrade' },
};

const categories: Words<Category> = {
  'access-control': { zh: '门禁', en: 'access control' },
  'video-surveillance': { zh: '视频监控', en: 'video surveillance' },
  'fire-alarm': { zh: '消防报警', en: 'fire alarm' },
  'building-automation': { zh: '楼宇自控', en: 'building automation' },
  'intrusion-alarm': { zh: '防盗报警', en: 'intrusion alarm' },
  network: { zh: '网络', en: 'network' },
  parking: { zh: '停车场', en: 'parking' },
  'public-address': { zh: '公共广播', en: 'public address' },
  'data-centre': { zh: '机房', en: 'data centre' },
  cabling: { zh: '综合布线', en: 'cabling' },
  other: { zh: '其他', en: 'other' },
};

const departments: Words<NonNullable<Request['holder']>['department']> = {
  intake: { zh: '客服', en: 'the hotline' },
  dispatch: { zh: '维修', en: 'repair' },
  parts: { zh: '物资供应部', en: 'materials' },
  archives: { zh: '资料室', en: 'the archive' },
  support: { zh: '技术支持组', en: 'technical support' },
  supervision: { zh: '用户监督', en: 'supervision' },
  superior: { zh: '上级单位', en: 'the superior body' },
};
