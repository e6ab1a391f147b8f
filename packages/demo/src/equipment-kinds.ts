import type { Category } from '@pledge/contracts';

export interface EquipmentKind {
  readonly name: string;
  readonly manufacturer: string;
  readonly models: readonly [string, ...string[]];
  readonly category: Category;
  /** Begins the serial number. */
  readonly mark: string;
  readonly rooms: readonly [string, ...string[]];
}

const shaft = ['弱电间', '弱电井'] as const;
const control = ['消控室', '监控中心'] as const;

/** Makes and models are invented. */
export const equipmentKinds: readonly [EquipmentKind, ...EquipmentKind[]] = [
  {
    name: '门禁控制器',
    manufacturer: '海岳',
    models: ['HY-AC4000', 'HY-AC2000', 'HY-AC4000E'],
    category: 'access-control',
    mark: 'HYA',
    rooms: shaft,
  },
  {
    name: '人脸识别终端',
    manufacturer: '海岳',
    models: ['HY-FR86', 'HY-FR71'],
    category: 'access-control',
    mark: 'HYF',
    rooms: ['主出入口', '员工通道', '电梯厅'],
  },
  {
    name: '人行通道闸机',
    manufacturer: '启闸',
    models: ['QZ-SG300', 'QZ-SW220'],
    category: 'access-control',
    mark: 'QZS',
    rooms: ['大堂', '主出入口'],
  },
  {
    name: '网络高清摄像机',
    manufacturer: '明视',
    models: ['MS-D4421', 'MS-B4860', 'MS-D2220'],
    category: 'video-surveillance',
    mark: 'MSC',
    rooms: ['走廊东侧', '走廊西侧', '电梯厅', '主出入口', '后勤通道'],
  },
  {
    name: '网络硬盘录像机',
    manufacturer: '明视',
    models: ['MS-NVR64', 'MS-NVR32'],
    category: 'video-surveillance',
    mark: 'MSN',
    rooms: ['监控中心', '弱电间'],
  },
  {
    name: '视频综合管理平台主机',
    manufacturer: '明视',
    models: ['MS-VMP500'],
    category: 'video-surveillance',
    mark: 'MSV',
    rooms: ['监控中心'],
  },
  {
    name: '火灾报警控制器',
    manufacturer: '安炬',
    models: ['AJ-FC9200', 'AJ-FC5000'],
    category: 'fire-alarm',
    mark: 'AJF',
    rooms: control,
  },
  {
    name: '消防联动控制柜',
    manufacturer: '安炬',
    models: ['AJ-LK800'],
    category: 'fire-alarm',
    mark: 'AJL',
    rooms: ['消控室', '消防泵房'],
  },
  {
    name: '吸气式感烟探测器',
    manufacturer: '安炬',
    models: ['AJ-ASD20', 'AJ-ASD8'],
    category: 'fire-alarm',
    mark: 'AJS',
    rooms: ['中庭', '高大空间', '电缆夹层'],
  },
  {
    name: '楼控 DDC 控制器',
    manufacturer: '衡控',
    models: ['HK-DDC36', 'HK-DDC24'],
    category: 'building-automation',
    mark: 'HKD',
    rooms: ['空调机房', '冷冻站', '新风机房'],
  },
  {
    name: '楼宇自控工作站',
    manufacturer: '衡控',
    models: ['HK-BMS6'],
    category: 'building-automation',
    mark: 'HKB',
    rooms: ['中控室'],
  },
  {
    name: '接入交换机',
    manufacturer: '联络',
    models: ['LL-S5130-28P', 'LL-S5130-52P', 'LL-S3100-24'],
    category: 'network',
    mark: 'LLS',
    rooms: shaft,
  },
  {
    name: '核心交换机',
    manufacturer: '联络',
    models: ['LL-S9806'],
    category: 'network',
    mark: 'LLC',
    rooms: ['网络机房'],
  },
  {
    name: '无线接入点',
    manufacturer: '联络',
    models: ['LL-AP6650', 'LL-AP5320'],
    category: 'network',
    mark: 'LLA',
    rooms: ['走廊东侧', '会议区', '大堂'],
  },
  {
    name: '车牌识别一体机',
    manufacturer: '通衢',
    models: ['TQ-LPR55', 'TQ-LPR30'],
    category: 'parking',
    mark: 'TQL',
    rooms: ['地库入口', '地库出口', '北门车道'],
  },
  {
    name: '道闸',
    manufacturer: '通衢',
    models: ['TQ-BG2', 'TQ-BG3'],
    category: 'parking',
    mark: 'TQB',
    rooms: ['地库入口', '地库出口'],
  },
  {
    name: '公共广播功放',
    manufacturer: '声岚',
    models: ['SL-PA650', 'SL-PA350'],
    category: 'public-address',
    mark: 'SLP',
    rooms: ['广播机房', '消控室'],
  },
  {
    name: '报警主机',
    manufacturer: '卫澜',
    models: ['WL-A128', 'WL-A64'],
    category: 'intrusion-alarm',
    mark: 'WLA',
    rooms: control,
  },
  {
    name: '精密空调',
    manufacturer: '澄风',
    models: ['CF-P50', 'CF-P25'],
    category: 'data-centre',
    mark: 'CFP',
    rooms: ['网络机房', '数据机房'],
  },
  {
    name: '模块化 UPS',
    manufacturer: '恒源',
    models: ['HYN-U120', 'HYN-U40'],
    category: 'data-centre',
    mark: 'HYU',
    rooms: ['UPS 间', '网络机房'],
  },
];

export const buildings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  医疗: ['门诊楼', '住院部 1 号楼', '医技楼', '行政楼'],
  金融: ['营业厅', '主楼', '金库区'],
  教育: ['教学楼 A', '实验楼', '图书馆', '学生公寓 3 号楼', '体育馆'],
  酒店: ['客房楼', '宴会中心', '裙楼'],
  数据中心: ['A 栋', 'B 栋', '动力楼'],
  轨道交通: ['站厅层', '站台层', '设备区'],
  物流: ['1 号库', '2 号库', '分拣中心', '综合楼'],
  政务: ['办事大厅', '办公楼', '档案楼'],
  商业: ['1 号楼', '2 号楼', '地下商业街'],
  制造: ['生产一车间', '生产二车间', '动力站', '研发楼'],
  文化场馆: ['观众厅', '舞台区', '展厅'],
  产业园区: ['1 号楼', '3 号楼', '5 号楼', '人才公寓'],
  会展: ['1 号馆', '2 号馆', '登录厅'],
};
