import type { Language } from './paper.js';

/** A word in both languages, Chinese first. */
export type Word = readonly [zh: string, en: string];
type Words = Readonly<Record<string, Word>>;

const statuses: Words = {
  open: ['待派工', 'Open'],
  assigned: ['已派工', 'Assigned'],
  accepted: ['已接单', 'Accepted'],
  departed: ['已出发', 'On the way'],
  arrived: ['已到达', 'On site'],
  'awaiting-signature': ['待签认', 'Awaiting signature'],
  signed: ['已签认', 'Signed'],
  closed: ['已关闭', 'Closed'],
};
const natures: Words = {
  equipment: ['设备', 'Equipment'],
  software: ['软件', 'Software'],
  line: ['线路', 'Line'],
  configuration: ['配置', 'Configuration'],
  operation: ['操作使用', 'Operation'],
  environment: ['环境', 'Environment'],
  external: ['外力', 'External force'],
  unknown: ['待查', 'To be found'],
};
const categories: Words = {
  'access-control': ['门禁', 'Access control'],
  'video-surveillance': ['视频监控', 'Video surveillance'],
  'fire-alarm': ['消防报警', 'Fire alarm'],
  'building-automation': ['楼宇自控', 'Building automation'],
  'intrusion-alarm': ['防盗报警', 'Intrusion alarm'],
  network: ['网络', 'Network'],
  parking: ['停车场', 'Parking'],
  'public-address': ['公共广播', 'Public address'],
  'data-centre': ['机房', 'Data centre'],
  cabling: ['综合布线', 'Cabling'],
  other: ['其他', 'Other'],
};
const impacts: Words = {
  none: ['无', 'None'],
  partial: ['部分功能', 'Some functions'],
  major: ['主要功能', 'Main functions'],
  total: ['全部中断', 'Everything down'],
  safety: ['危及安全', 'Safety at risk'],
};
const warranties: Words = {
  'in-warranty': ['保修期内', 'In warranty'],
  extended: ['续保期内', 'Extended warranty'],
  'out-of-warranty': ['保修期外', 'Out of warranty'],
  'not-started': ['未投运', 'Not in service yet'],
  unknown: ['待查', 'To be found'],
};

export const vocabulary = { statuses, natures, categories, impacts, warranties } as const;

export const inLanguage = (language: Language, [zh, en]: Word): string => (language === 'zh' ? zh : en);

/** A code in words; a code nobody translated is printed as it is. */
export const wordFor = (language: Language, words: Words, code: string): string => {
  const word = words[code];
  return word ? inLanguage(language, word) : code;
};
