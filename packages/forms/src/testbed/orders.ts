import type { DispatchOrderForm } from '../dispatch-order-data.js';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120"><path d="M20 90 Q 60 10 110 70 T 180 60 T 280 30" fill="none" stroke="black" stroke-width="3"/></svg>';

export const svgSignature = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;

/** As it stands right after the report: nobody has been assigned. */
export const openOrder: DispatchOrderForm = {
  id: '01990000-0101-7000-8000-000000000001',
  number: 'DO-20261122-0007',
  status: 'open',
  requestNumber: 'FR-20261122-0012',
  customerName: '上海临港数据科技有限公司',
  siteName: '临港数据中心二期',
  siteAddress: '上海市浦东新区海洋一路 88 号 3 号楼',
  equipmentName: null,
  equipmentModel: null,
  serialNumber: null,
  reportedBy: { name: '王敏', phone: '138****0001' },
  description: '主机反复重启，读卡无响应',
  impact: 'partial',
  measuresTaken: null,
  warranty: { state: null, chargeable: false },
  reportedAt: '2026-11-22T01:05:00.000Z',
  arriveBy: '2026-11-22T05:05:00.000Z',
  resolveBy: '2026-11-22T09:05:00.000Z',
  openedAt: '2026-11-22T01:06:00.000Z',
  cause: null,
  nature: 'unknown',
  category: 'access-control',
  location: '3 号楼一层弱电间',
  partsToCarry: [],
  toolsToCarry: [],
  engineer: null,
  assignedBy: null,
  assignedAt: null,
  releaseException: null,
  departedAt: null,
  expectedArrivalAt: null,
  arrivedAt: null,
  conduct: null,
  measures: null,
  signature: null,
  drawing: null,
  closedAt: null,
  closedBy: null,
};

const part = {
  partId: '01990000-0007-7000-8000-000000000003',
  quantity: 2,
  name: '门禁电源模块',
  model: 'PS-1250A',
  place: '浦东分库',
};

/** Gone through to the end. */
export const closedOrder: DispatchOrderForm = {
  ...openOrder,
  status: 'closed',
  equipmentName: '门禁控制主机',
  equipmentModel: 'AC-4800',
  serialNumber: 'AC48-2024-00931',
  measuresTaken: '已断电重启两次',
  warranty: { state: 'in-warranty', chargeable: false },
  cause: '电源模块老化',
  nature: 'equipment',
  partsToCarry: [part],
  toolsToCarry: ['万用表', '网线测试仪'],
  engineer: { name: '张伟国', phone: '13800020001' },
  assignedBy: { name: '冯立军' },
  assignedAt: '2026-11-22T01:10:00.000Z',
  releaseException: { reason: '备件在途，先行到场排查', by: { name: '董佳慧' }, at: '2026-11-22T01:12:00.000Z' },
  departedAt: '2026-11-22T01:20:00.000Z',
  expectedArrivalAt: '2026-11-22T02:00:00.000Z',
  arrivedAt: '2026-11-22T01:55:00.000Z',
  conduct: { badge: true, tidyDress: true, shoeCovers: false },
  measures: {
    content: '更换电源模块，重启后观察十分钟正常',
    completedAt: '2026-11-22T02:40:00.000Z',
    partsUsed: [{ ...part, quantity: 1 }],
    siteCleaned: true,
  },
  signature: { signedBy: '王敏', signedAt: '2026-11-22T02:45:00.000Z' },
  drawing: svgSignature,
  closedAt: '2026-11-22T03:00:00.000Z',
  closedBy: { name: '冯立军' },
};
