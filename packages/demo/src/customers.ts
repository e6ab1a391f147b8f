import type { CustomerRegistered, EventOf } from '@pledge/contracts/events';
import { demoEngineers } from './engineers.js';
import { demoId } from './ids.js';

export type DemoCustomer = Omit<EventOf<typeof CustomerRegistered>['data'], 'registeredAt'>;

/** The warranty a customer's equipment is in, on the whole. */
export type Coverage = 'new' | 'mixed' | 'extended' | 'lapsed';

interface Row {
  readonly name: string;
  readonly initials: string;
  readonly industry: string;
  readonly coverage: Coverage;
  /** Minutes to respond, arrive and resolve; stricter ones are sold with an extension only. */
  readonly terms: readonly [number, number, number];
  readonly maintainer: string | null;
  readonly contacts: readonly (readonly [name: string, duty: string, mail: string])[];
}

const usual = [60, 240, 480] as const;

const rows: readonly Row[] = [
  {
    name: '东海人民医院',
    initials: 'dhrmyy',
    industry: '医疗',
    coverage: 'new',
    terms: usual,
    maintainer: '张伟国',
    contacts: [
      ['王敏', '后勤保障部主任', 'wang.min'],
      ['赵丽华', '信息科工程师', 'zhao.lihua'],
    ],
  },
  {
    name: '浦江商业银行上海分行',
    initials: 'pjsyyhshfh',
    industry: '金融',
    coverage: 'extended',
    terms: [30, 120, 360],
    maintainer: '周明辉',
    contacts: [
      ['钱立群', '保卫部副总经理', 'qian.liqun'],
      ['沈佳怡', '安防主管', 'shen.jiayi'],
    ],
  },
  {
    name: '申江理工大学',
    initials: 'sjlgdx',
    industry: '教育',
    coverage: 'mixed',
    terms: usual,
    maintainer: '刘建军',
    contacts: [
      ['陆建华', '保卫处处长', 'lu.jianhua'],
      ['范晓琳', '网络信息中心', 'fan.xiaolin'],
    ],
  },
  {
    name: '云澜国际酒店',
    initials: 'ylgjjd',
    industry: '酒店',
    coverage: 'new',
    terms: usual,
    maintainer: '吴志远',
    contacts: [
      ['蒋雯', '工程部总监', 'jiang.wen'],
      ['罗刚', '弱电主管', 'luo.gang'],
    ],
  },
  {
    name: '华东云港数据中心',
    initials: 'hdygsjzx',
    industry: '数据中心',
    coverage: 'extended',
    terms: [15, 60, 240],
    maintainer: '陈志强',
    contacts: [
      ['邓凯', '基础设施经理', 'deng.kai'],
      ['袁芳', '运行值班长', 'yuan.fang'],
    ],
  },
  {
    name: '沪申轨道交通运营公司',
    initials: 'hsgdjtyygs',
    industry: '轨道交通',
    coverage: 'extended',
    terms: [30, 120, 240],
    maintainer: '孙国平',
    contacts: [
      ['顾志明', '机电维保部', 'gu.zhiming'],
      ['丁一鸣', '通号车间', 'ding.yiming'],
    ],
  },
  {
    name: '长江口物流园',
    initials: 'cjkwly',
    industry: '物流',
    coverage: 'mixed',
    terms: usual,
    maintainer: '徐立新',
    contacts: [
      ['韩东', '园区运营经理', 'han.dong'],
      ['曹雪', '安全主任', 'cao.xue'],
    ],
  },
  {
    name: '之江政务服务中心',
    initials: 'zjzwfwzx',
    industry: '政务',
    coverage: 'new',
    terms: usual,
    maintainer: '林嘉诚',
    contacts: [
      ['叶文婷', '综合科科长', 'ye.wenting'],
      ['方磊', '信息化专员', 'fang.lei'],
    ],
  },
  {
    name: '锦绣天地购物中心',
    initials: 'jxtdgwzx',
    industry: '商业',
    coverage: 'mixed',
    terms: usual,
    maintainer: '黄海涛',
    contacts: [
      ['潘浩', '物业工程经理', 'pan.hao'],
      ['宋雨欣', '消控室主管', 'song.yuxin'],
    ],
  },
  {
    name: '恒越精密制造（苏州）有限公司',
    initials: 'hyjmzzszyxgs',
    industry: '制造',
    coverage: 'new',
    terms: usual,
    maintainer: '朱永康',
    contacts: [
      ['俞斌', '厂务部经理', 'yu.bin'],
      ['薛琴', 'EHS 主管', 'xue.qin'],
    ],
  },
  {
    name: '姑苏文化艺术中心',
    initials: 'gswhyszx',
    industry: '文化场馆',
    coverage: 'mixed',
    terms: usual,
    maintainer: '马文杰',
    contacts: [
      ['陶静', '场馆运行部', 'tao.jing'],
      ['戴春明', '安保队长', 'dai.chunming'],
    ],
  },
  {
    name: '西溪科创产业园',
    initials: 'xxkccyy',
    industry: '产业园区',
    coverage: 'mixed',
    terms: usual,
    maintainer: '何俊杰',
    contacts: [
      ['金晶', '物业服务中心', 'jin.jing'],
      ['石磊', '弱电工程师', 'shi.lei'],
    ],
  },
  {
    name: '金桥外国语实验学校',
    initials: 'jqwgysyxx',
    industry: '教育',
    coverage: 'lapsed',
    terms: usual,
    maintainer: null,
    contacts: [['夏颖', '总务主任', 'xia.ying']],
  },
  {
    name: '虹桥国际会展广场',
    initials: 'hqgjhzgc',
    industry: '会展',
    coverage: 'lapsed',
    terms: usual,
    maintainer: null,
    contacts: [
      ['贾晨', '工程部经理', 'jia.chen'],
      ['白羽', '展务安防主管', 'bai.yu'],
    ],
  },
];

export const coverages: readonly Coverage[] = rows.map(({ coverage }) => coverage);

export const demoCustomers: readonly DemoCustomer[] = rows.map((row, index) => {
  const [respondMinutes, arriveMinutes, resolveMinutes] = row.terms;
  const maintainer = demoEngineers.find(({ name }) => name === row.maintainer);
  return {
    customerId: demoId('customer', index + 1),
    code: `KH${String(1001 + index)}`,
    name: row.name,
    initials: row.initials,
    industry: row.industry,
    contacts: row.contacts.map(([name, duty, mail], nth) => ({
      contactId: demoId('contact', (index + 1) * 16 + nth),
      name,
      phone: `1380001${String((index + 1) * 10 + nth).padStart(4, '0')}`,
      email: `${mail}@example.com`,
      duty,
    })),
    terms: { respondMinutes, arriveMinutes, resolveMinutes },
    maintainer: maintainer ? { engineerId: maintainer.engineerId, name: maintainer.name } : null,
  };
});
