import type { Category } from '@pledge/contracts';
import type { Candidate } from '@pledge/contracts/http';

/** What is to be done, and where. */
export interface Need {
  readonly category: Category;
  readonly territory: string;
  /** The dedicated maintenance engineer of the customer (专职维护人员). */
  readonly maintainerId: string | null;
  /** The company's calendar day. */
  readonly today: string;
}

export interface RosterLine {
  readonly engineerId: string;
  readonly name: string;
  readonly phone: string;
  readonly skills: readonly Category[];
  readonly territories: readonly string[];
  readonly joinedOn: string;
  /** Orders in hand besides the one in question. */
  readonly openOrders: number;
}

type Reason = Candidate['reasons'][number];
type Language = 'zh' | 'en';

/** A hundred points: can do it, is near, has time, knows the place. */
export const weights = { skill: 40, territory: 25, free: 20, maintainer: 15, lessPerOrder: 5 } as const;

const categories: Readonly<Record<Category, readonly [zh: string, en: string]>> = {
  'access-control': ['门禁', 'access control'],
  'video-surveillance': ['视频监控', 'video surveillance'],
  'fire-alarm': ['消防报警', 'fire alarm'],
  'building-automation': ['楼宇自控', 'building automation'],
  'intrusion-alarm': ['防盗报警', 'intrusion alarm'],
  network: ['网络', 'network'],
  parking: ['停车场', 'parking'],
  'public-address': ['公共广播', 'public address'],
  'data-centre': ['机房', 'data centre'],
  cabling: ['综合布线', 'cabling'],
  other: ['其他', 'other'],
};

function reasonsFor(engineer: RosterLine, need: Need, language: Language): Reason[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  if (engineer.joinedOn > need.today) {
    const text = say(`${engineer.joinedOn} 起才在值班名册`, `Not on the roster before ${engineer.joinedOn}`);
    return [{ code: 'off-roster', points: 0, text }];
  }
  const [zh, en] = categories[need.category];
  const { openOrders } = engineer;
  const load = Math.max(0, weights.free - weights.lessPerOrder * openOrders);
  const skill: Reason = engineer.skills.includes(need.category)
    ? { code: 'skill', points: weights.skill, text: say(`具备${zh}技能`, `Skilled in ${en}`) }
    : { code: 'no-skill', points: 0, text: say(`无${zh}技能`, `Not skilled in ${en}`) };
  const near: Reason = engineer.territories.includes(need.territory)
    ? {
        code: 'territory',
        points: weights.territory,
        text: say(`负责${need.territory}片区`, `Covers ${need.territory}`),
      }
    : {
        code: 'other-territory',
        points: 0,
        text: say(`不负责${need.territory}片区`, `Does not cover ${need.territory}`),
      };
  const time: Reason =
    openOrders === 0
      ? { code: 'free', points: load, text: say('手上没有未完成的派工单', 'No order in hand') }
      : {
          code: 'load',
          points: load,
          text: say(
            `手上有 ${openOrders} 张未完成的派工单`,
            `${openOrders} ${openOrders === 1 ? 'order' : 'orders'} in hand`,
          ),
        };
  const knows: Reason[] =
    engineer.engineerId === need.maintainerId
      ? [
          {
            code: 'maintainer',
            points: weights.maintainer,
            text: say('该用户的专职维护人员', "The customer's maintainer"),
          },
        ]
      : [];
  return [skill, near, time, ...knows];
}

/** Who could go, best first; every point has its reason. */
export function candidates(need: Need, roster: readonly RosterLine[], language: Language): Candidate[] {
  return roster
    .map((engineer): Candidate => {
      const reasons = reasonsFor(engineer, need, language);
      return {
        engineerId: engineer.engineerId,
        name: engineer.name,
        phone: engineer.phone,
        score: reasons.reduce((sum, { points }) => sum + points, 0),
        skilled: engineer.skills.includes(need.category),
        inTerritory: engineer.territories.includes(need.territory),
        openOrders: engineer.openOrders,
        reasons,
      };
    })
    .sort((a, b) => b.score - a.score || a.openOrders - b.openOrders || (a.engineerId < b.engineerId ? -1 : 1));
}
