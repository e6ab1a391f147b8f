import type { Category, Impact, Nature } from '@pledge/contracts';
import { demoEquipment } from './equipment.js';
import { demoCustomers } from './customers.js';

/** A fault that somebody told the hotline of, so that the board of a new house is not empty. */
export interface DemoReport {
  readonly equipmentId: string;
  readonly customerId: string;
  readonly siteId: string;
  readonly minutesAgo: number;
  readonly reportedBy: { readonly name: string; readonly phone: string };
  readonly description: string;
  readonly nature: Nature;
  readonly category: Category;
  readonly impact: Impact;
  readonly location: string;
  readonly measuresTaken: string | null;
  /** What an agent answered, where one did. */
  readonly answer: string | null;
}

type Told = Pick<
  DemoReport,
  'category' | 'minutesAgo' | 'description' | 'nature' | 'impact' | 'measuresTaken' | 'answer'
>;

const told: readonly Told[] = [
  {
    category: 'video-surveillance',
    minutesAgo: 200,
    description: '值班室大屏黑屏，重启后仍无画面',
    nature: 'equipment',
    impact: 'major',
    measuresTaken: '已断电重启一次',
    answer: '已联系值班工程师远程查看，稍后上门。',
  },
  {
    category: 'access-control',
    minutesAgo: 75,
    description: '开门后长时间报警，读卡反应迟缓',
    nature: 'configuration',
    impact: 'partial',
    measuresTaken: null,
    answer: null,
  },
  {
    category: 'fire-alarm',
    minutesAgo: 52,
    description: '夜间频繁误报，值班人员已现场核实无异常',
    nature: 'environment',
    impact: 'safety',
    measuresTaken: '已派保安现场值守',
    answer: null,
  },
  {
    category: 'network',
    minutesAgo: 20,
    description: '设备离线，同一楼层其他设备正常',
    nature: 'line',
    impact: 'partial',
    measuresTaken: '已检查电源指示灯正常',
    answer: '已受理，正在安排工程师。',
  },
  {
    category: 'parking',
    minutesAgo: 6,
    description: '车牌识别率下降，出口道闸需人工放行',
    nature: 'equipment',
    impact: 'partial',
    measuresTaken: null,
    answer: null,
  },
];

// Out of warranty, so that whoever tries the main job on a device in warranty does not meet an open fault.
const devices = demoEquipment.filter(({ commissionedOn }) => commissionedOn !== null && commissionedOn < '2024-01-01');

/** Each of a device of its own that the words fit, of customers with the usual limits. */
export const demoReports: readonly DemoReport[] = told.map((report) => {
  const usual = new Set(
    demoCustomers.filter(({ terms }) => terms.respondMinutes === 60).map(({ customerId }) => customerId),
  );
  const device = devices.find(({ category, customerId }) => category === report.category && usual.has(customerId));
  const contact = demoCustomers.find(({ customerId }) => customerId === device?.customerId)?.contacts[0];
  if (!device || !contact) throw new Error(`the demo company has no ${report.category} device out of warranty`);
  const { equipmentId, customerId, siteId, location } = device;
  const reportedBy = { name: contact.name, phone: contact.phone };
  return { ...report, equipmentId, customerId, siteId, location, reportedBy };
});
