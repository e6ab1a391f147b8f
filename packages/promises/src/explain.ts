import type { ClockKind, Explanation, PauseReason } from '@pledge/contracts';
import type { Limit } from './promise-rules.js';
import { promiseRules } from './promise-rules.js';
import { statutoryData } from './statutory-data.js';
import { dayAfter, localTime, toMs, weekday } from './zone.js';

export type Language = 'zh' | 'en';
type Skipped = Explanation['skippedDays'][number];
type Words = Readonly<Record<Language, string>>;

const units: Readonly<Record<Limit['unit'], (amount: number) => Words>> = {
  minutes: (amount) => ({ zh: `${amount} 分钟`, en: `${amount} ${amount === 1 ? 'minute' : 'minutes'}` }),
  'working-days': (amount) => ({ zh: `${amount} 个工作日`, en: `${amount} working ${amount === 1 ? 'day' : 'days'}` }),
  'calendar-days': (amount) => ({
    zh: `${amount} 个自然日`,
    en: `${amount} calendar ${amount === 1 ? 'day' : 'days'}`,
  }),
};
const clocks: Readonly<Record<ClockKind, Words>> = {
  'around-the-clock': { zh: '昼夜连续计时,节假日不停', en: 'the clock runs day and night, holidays included' },
  'working-days': { zh: '只计工作时间', en: 'only working time counts' },
  'calendar-days': { zh: '按自然日计,节假日照计', en: 'every day counts, holidays included' },
};
const reasons: Readonly<Record<PauseReason, Words>> = {
  'waiting-for-user': { zh: '等待用户', en: 'waiting for the user' },
  'site-not-accessible': { zh: '现场无法进入', en: 'site not accessible' },
  'force-majeure': { zh: '不可抗力', en: 'force majeure' },
};
const whys: Readonly<Record<Skipped['why'], Words>> = {
  weekend: { zh: '周末', en: 'weekend' },
  'statutory-holiday': { zh: '法定节假日', en: 'statutory holiday' },
  'company-closure': { zh: '公司放假', en: 'company closure' },
};
const weekdays: Readonly<Record<Language, string>> = { zh: '一二三四五六日', en: 'MonTueWedThuFriSatSun' };

/** Plain sentences for a person who wants to count again by hand, in company time; notes and closures stay in the language they were typed in. */
export function explain(explanation: Explanation, language: Language): string[] {
  const zh = language === 'zh';
  const { rule, clock, limit, startedAt, timeZone, calendarVersion, countedDays, makeUpDays } = explanation;
  const at = (instant: string) => localTime(toMs(instant), timeZone);
  const list = (items: readonly string[]) => items.join(zh ? '、' : ', ');
  const name = promiseRules[rule].names[language];
  const amount = units[limit.unit](limit.amount)[language];
  const wholeDays = limit.unit !== 'minutes';

  const sentences = [
    zh ? `${name}:限 ${amount},${clocks[clock].zh}。` : `${name}: within ${amount}; ${clocks[clock].en}.`,
    zh
      ? `自 ${at(startedAt)}(${timeZone})起算${wholeDays ? ',起算当日不计,最后一日下班时到期' : ''}。`
      : `Started ${at(startedAt)} (${timeZone})${wholeDays ? '; that day does not count, and the last day ends when working hours end' : ''}.`,
  ];
  if (countedDays.length > 0) {
    const days = list(runs(countedDays.map((day) => ({ day, label: '' }))).map((run) => range(run, language)));
    sentences.push(zh ? `计入 ${countedDays.length} 日:${days}。` : `Counted ${countedDays.length}: ${days}.`);
  }
  if (makeUpDays.length > 0) {
    const days = list(makeUpDays.map((day) => withWeekday(day, language)));
    sentences.push(zh ? `其中调休上班日:${days}。` : `Of these, make-up working days: ${days}.`);
  }
  for (const run of runs(
    explanation.skippedDays.map((skipped) => ({ day: skipped.day, label: reasonOf(skipped, language) })),
  )) {
    sentences.push(zh ? `不计 ${range(run, 'zh')}:${run.label}。` : `Skipped ${range(run, 'en')}: ${run.label}.`);
  }
  for (const { from, to, reason, note } of explanation.pausesTakenOff) {
    const why = reasons[reason][language];
    if (zh) sentences.push(`扣除暂停 ${at(from)} 至 ${to === null ? '今(仍暂停)' : at(to)}:${why}(${note})。`);
    else
      sentences.push(
        `Taken off: paused ${at(from)} to ${to === null ? 'now (still paused)' : at(to)}, ${why} (${note}).`,
      );
  }
  sentences.push(zh ? `工作日历版本:${calendarVersion}。` : `Calendar version: ${calendarVersion}.`);
  return sentences;
}

function reasonOf({ why, name }: Skipped, language: Language): string {
  const words = whys[why][language];
  if (name === null) return words;
  const known = language === 'en' ? (statutoryData.english[name] ?? name) : name;
  return language === 'zh' ? `${known}(${words})` : `${known} (${words})`;
}

interface Run {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Neighbouring days with the same label, as one. */
function runs(days: readonly { readonly day: string; readonly label: string }[]): Run[] {
  return days.reduce<Run[]>((before, { day, label }) => {
    const last = before.at(-1);
    if (last?.label !== label || dayAfter(last.to) !== day) return [...before, { from: day, to: day, label }];
    return [...before.slice(0, -1), { ...last, to: day }];
  }, []);
}

function range({ from, to }: Run, language: Language): string {
  if (from === to) return withWeekday(from, language);
  return `${withWeekday(from, language)}${language === 'zh' ? ' 至 ' : ' to '}${withWeekday(to, language)}`;
}

function withWeekday(day: string, language: Language): string {
  const position = weekday(day) - 1;
  if (language === 'zh') return `${day}(周${weekdays.zh[position]})`;
  return `${weekdays.en.slice(position * 3, position * 3 + 3)} ${day}`;
}
