import type { DispatchOrderForm } from './dispatch-order-data.js';
import { drawn } from './drawn-signature.js';
import type { Legible } from './glyphs.js';
import type { Language } from './paper.js';
import { clockTime } from './paper.js';
import type { Word } from './words.js';
import { inLanguage, vocabulary, wordFor } from './words.js';

interface Setting {
  readonly language: Language;
  readonly timeZone: string;
  readonly legible: Legible;
}

type Cell = object;
type Row = readonly Cell[];

/** The rows of the form, top to bottom; labels in both languages, values in the first. */
export function dispatchOrderRows(order: DispatchOrderForm, setting: Setting): Row[] {
  const { language, timeZone, legible } = setting;
  const say = (word: Word) => inLanguage(language, word);
  const time = (instant: string | null) => (instant === null ? '' : clockTime(instant, timeZone));
  const code = (words: keyof typeof vocabulary, value: string) => wordFor(language, vocabulary[words], value);
  const label = ([zh, en]: Word): Cell => ({
    stack: language === 'zh' ? [{ text: zh, bold: true }, small(en)] : [{ text: en, bold: true }, small(zh)],
    fillColor: '#f2f2f2',
  });
  const value = (text: string | null): Cell => ({ text: breakable(legible(text ?? '')), lineHeight: 1 });
  const pair = (one: Word, first: string | null, two: Word, second: string | null): Row => [
    label(one),
    value(first),
    label(two),
    value(second),
  ];
  const wide = (word: Word, content: string | null, minLines = 1): Row => [
    label(word),
    { ...value(content?.trim() ? content : '\n'.repeat(minLines)), colSpan: 3 },
    {},
    {},
  ];
  const section = ([zh, en]: Word): Row => [
    {
      text: language === 'zh' ? [{ text: zh, bold: true }, `  ${en}`] : [{ text: en, bold: true }, `  ${zh}`],
      colSpan: 4,
      fillColor: '#d9d9d9',
    },
    {},
    {},
    {},
  ];
  const parts = (lines: DispatchOrderForm['partsToCarry']) =>
    lines
      .map(({ name, model, partId, quantity, place }) =>
        [name ?? partId, model, `× ${quantity}`, place === null ? null : say([`（${place}）`, `(${place})`])]
          .filter((word) => word !== null)
          .join(' '),
      )
      .join('\n');
  const ticks = (points: readonly (readonly [boolean | undefined, Word])[]) =>
    points.map(([kept, word]) => `${kept === undefined ? '□' : kept ? '√' : '×'} ${say(word)}`).join('   ');
  const byAt = (who: string | undefined, at: string | null) => [who, time(at)].filter(Boolean).join('  ');
  const person = (who: { readonly name: string; readonly phone: string | null } | null) =>
    who ? [who.name, who.phone].filter(Boolean).join('  ') : '';

  const { conduct, measures, signature, releaseException } = order;
  const isPlanned = order.assignedAt !== null;
  const none = say(['无', 'None']);
  const charge = order.warranty.chargeable ? say(['有偿', 'chargeable']) : say(['免费', 'free of charge']);
  return [
    section(['用户与设备', 'User and equipment']),
    pair(['请求编号', 'Request No.'], order.requestNumber, ['派工单状态', 'Status'], code('statuses', order.status)),
    pair(['用户', 'Customer'], order.customerName, ['报修人', 'Reported by'], person(order.reportedBy)),
    wide(['地点', 'Site'], `${order.siteName}  ${order.siteAddress}`),
    pair(
      ['设备', 'Equipment'],
      [order.equipmentName, order.equipmentModel].filter(Boolean).join('  '),
      ['序列号', 'Serial No.'],
      order.serialNumber,
    ),
    pair(
      ['保修状态', 'Warranty'],
      `${code('warranties', order.warranty.state ?? 'unknown')}  ${charge}`,
      ['影响程度', 'Impact'],
      order.impact && code('impacts', order.impact),
    ),
    pair(['报修时间', 'Reported at'], time(order.reportedAt), ['派工单开立', 'Opened at'], time(order.openedAt)),
    pair(['承诺到达', 'Arrive by'], time(order.arriveBy), ['承诺解决', 'Resolve by'], time(order.resolveBy)),
    wide(['故障现象', 'What was reported'], order.description),
    wide(['用户已处理措施', 'Done by the user'], order.measuresTaken ?? none),
    section(['派工', 'Dispatch']),
    wide(['故障原因', 'Cause'], order.cause),
    pair(['性质', 'Nature'], code('natures', order.nature), ['类别', 'Category'], code('categories', order.category)),
    wide(['位置', 'Location'], order.location),
    wide(['应携带备品备件', 'Spare parts to carry'], isPlanned ? parts(order.partsToCarry) || none : null),
    wide(['仪器工具', 'Instruments, tools'], isPlanned ? order.toolsToCarry.join(say(['、', ', '])) || none : null),
    pair(
      ['维修人员', 'Engineer'],
      person(order.engineer),
      ['派工人 / 时间', 'Assigned by / at'],
      byAt(order.assignedBy?.name, order.assignedAt),
    ),
    ...(releaseException
      ? [
          wide(
            ['例外放行', 'Release exception'],
            `${releaseException.reason}\n${byAt(releaseException.by.name, releaseException.at)}`,
          ),
        ]
      : []),
    section(['出发与到达', 'Departure and arrival']),
    pair(
      ['出发时间', 'Departed at'],
      time(order.departedAt),
      ['预计到达', 'Expected arrival'],
      time(order.expectedArrivalAt),
    ),
    wide(['实际到达', 'Actual arrival'], time(order.arrivedAt)),
    wide(
      ['行为规范', 'Conduct'],
      ticks([
        [conduct?.badge, ['佩带公司标志', 'Badge worn']],
        [conduct?.tidyDress, ['着装整洁', 'Tidy dress']],
        [conduct?.shoeCovers, ['室内鞋套', 'Shoe covers indoors']],
        [measures?.siteCleaned, ['清理现场', 'Site cleaned']],
      ]),
    ),
    section(['具体处理措施', 'Measures taken']),
    wide(['内容', 'Content'], measures?.content ?? null, 3),
    wide(['使用的备品备件', 'Spare parts used'], measures ? parts(measures.partsUsed) || none : null),
    wide(['完成时间', 'Completed at'], time(measures?.completedAt ?? null)),
    section(['用户签认', "User's confirmation"]),
    [
      label(['用户签名', "User's signature"]),
      signatureBox(order.drawing, say(['（签名图形无法打印）', '(the drawing cannot be printed)'])),
      label(['签名人 / 时间', 'Signed by / at']),
      { ...value(signature ? `${signature.signedBy}\n${time(signature.signedAt)}` : '') },
    ],
    wide(['关闭人 / 时间', 'Closed by / at'], byAt(order.closedBy?.name, order.closedAt)),
  ];
}

const small = (text: string): Cell => ({ text, fontSize: 6.5 });

function signatureBox(drawing: string | null, undrawable: string): Cell {
  if (drawing === null) return { text: '\n\n\n\n' };
  return drawn(drawing, [150, 48]) ?? { text: `\n${undrawable}\n`, fontSize: 8 };
}

/** A word longer than a cell is wide would run out of it: such words, and only they, may break anywhere. */
const breakable = (text: string): (string | object)[] =>
  text
    .split(/([^\s\u2e80-\uffff]{20,})/u)
    .map((piece, place) => (place % 2 === 1 ? { text: piece, wordBreak: 'break-all' } : piece));
