import type { EngineerRegistered, EventOf } from '@pledge/contracts/events';
import { demoId } from './ids.js';

export type DemoEngineer = EventOf<typeof EngineerRegistered>['data'] & { readonly username: string };
type Skills = DemoEngineer['skills'];

const security: Skills = ['access-control', 'video-surveillance', 'intrusion-alarm', 'cabling'];
const fire: Skills = ['fire-alarm', 'public-address', 'access-control'];
const building: Skills = ['building-automation', 'access-control', 'cabling'];
const network: Skills = ['network', 'data-centre', 'cabling', 'video-surveillance'];
const vehicles: Skills = ['parking', 'access-control', 'video-surveillance', 'cabling'];
const allRound: Skills = ['access-control', 'video-surveillance', 'network', 'cabling', 'other'];

type Row = readonly [
  name: string,
  username: string,
  skills: Skills,
  territories: readonly string[],
  homePlace: string,
  joinedOn: string,
];

const rows: readonly Row[] = [
  ['张伟国', 'zhangweiguo', security, ['上海浦东', '上海杨浦'], '浦东分库', '2014-03-10'],
  ['李晓峰', 'lixiaofeng', fire, ['上海浦东', '上海黄浦'], '浦东分库', '2016-07-04'],
  ['陈志强', 'chenzhiqiang', network, ['上海浦东', '上海嘉定'], '总库', '2012-09-17'],
  ['刘建军', 'liujianjun', building, ['上海徐汇', '上海闵行'], '总库', '2015-05-25'],
  ['黄海涛', 'huanghaitao', vehicles, ['上海闵行', '上海长宁', '上海徐汇'], '总库', '2018-02-26'],
  ['周明辉', 'zhouminghui', allRound, ['上海静安', '上海黄浦', '上海徐汇'], '工程车库', '2019-08-12'],
  ['吴志远', 'wuzhiyuan', security, ['上海长宁', '上海静安', '上海嘉定'], '总库', '2017-11-06'],
  ['徐立新', 'xulixin', allRound, ['上海宝山', '上海杨浦', '上海嘉定'], '总库', '2020-06-15'],
  ['孙国平', 'sunguoping', fire, ['上海宝山', '上海静安', '上海闵行'], '工程车库', '2013-04-08'],
  ['马文杰', 'mawenjie', security, ['苏州园区', '苏州姑苏'], '苏州分库', '2018-10-22'],
  ['朱永康', 'zhuyongkang', building, ['苏州园区', '苏州新区', '苏州昆山'], '苏州分库', '2016-03-14'],
  ['胡启明', 'huqiming', network, ['苏州姑苏', '苏州新区', '苏州昆山'], '苏州分库', '2021-07-05'],
  ['林嘉诚', 'linjiacheng', allRound, ['杭州滨江', '杭州萧山'], '工程车库', '2019-05-20'],
  ['高文博', 'gaowenbo', fire, ['杭州滨江', '杭州西湖', '杭州余杭'], '工程车库', '2017-09-11'],
  ['何俊杰', 'hejunjie', network, ['杭州西湖', '杭州余杭', '杭州萧山'], '工程车库', '2022-03-01'],
];

export const demoEngineers: readonly DemoEngineer[] = rows.map(
  ([name, username, skills, territories, homePlace, joinedOn], index) => ({
    engineerId: demoId('engineer', index + 1),
    username,
    name,
    phone: `1380002${String(index + 1).padStart(4, '0')}`,
    email: `${username}@example.com`,
    skills: [...skills],
    territories: [...territories],
    homePlace,
    joinedOn,
  }),
);
