import type { DispatchOrderForm } from './dispatch-order-data.js';
import { dispatchOrderRows } from './dispatch-order-rows.js';
import { formPage, ruled } from './form-page.js';
import type { FormOptions } from './paper.js';
import type { Word } from './words.js';

const title: Word = ['故障处理派工单', 'Fault Dispatch Order'];

/** 故障处理派工单: the dispatch order of a fault as an A4 PDF, with blank boxes for what is not known yet. */
export function dispatchOrderForm(order: DispatchOrderForm, options: FormOptions): Promise<Uint8Array> {
  const { language, timeZone = 'Asia/Shanghai' } = options;
  return formPage({ title, number: order.number, path: `/orders/${order.id}` }, options, (legible) => [
    {
      table: { widths: [86, '*', 86, '*'], body: dispatchOrderRows(order, { language, timeZone, legible }) },
      layout: ruled,
    },
  ]);
}
