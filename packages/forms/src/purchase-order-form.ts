import { formPage, ruled } from './form-page.js';
import type { Legible } from './glyphs.js';
import type { FormOptions, Language } from './paper.js';
import { clockTime } from './paper.js';
import type { Word } from './words.js';
import { inLanguage } from './words.js';

interface Person {
  readonly name: string;
}
/** What a 维修备品采购单 says; what is null has a blank box to be filled in by hand. */
export interface PurchaseOrderForm {
  readonly id: string;
  readonly number: string;
  readonly reason: string | null;
  readonly lines: readonly {
    readonly name: string;
    readonly code: string | null;
    readonly model: string | null;
    readonly quantity: number;
    /** In fen. */
    readonly unitPrice: number | null;
    readonly received: number;
    readonly rejected: number;
    readonly serials: readonly string[];
    readonly dueAt: string | null;
  }[];
  readonly supplier: { readonly name: string } | null;
  /** In fen. */
  readonly amount: number | null;
  readonly expectedOn: string | null;
  readonly confirmedOn: string | null;
  readonly draftedBy: Person | null;
  readonly draftedAt: string;
  readonly submittedBy: Person | null;
  readonly submittedAt: string | null;
  readonly approvals: readonly { readonly by: Person; readonly role: string; readonly at: string }[];
  readonly orderedBy: Person | null;
  readonly orderedAt: string | null;
  readonly receipts: readonly {
    readonly by: Person;
    readonly at: string;
    readonly place: string;
    readonly certificate: string;
  }[];
}

const title: Word = ['维修备品采购单', 'Spare Part Purchase Order'];
const byShortage: Word = ['备件不足自动拟单', 'Drafted by a shortage'];
const approverRoles: Readonly<Record<string, Word>> = {
  'materials-manager': ['物资经理审批', 'Materials manager'],
  manager: ['经理审批', 'Manager'],
};

/** 维修备品采购单: a purchase order as an A4 PDF, with the approvals' names and boxes for what is signed by hand. */
export function purchaseOrderForm(order: PurchaseOrderForm, options: FormOptions): Promise<Uint8Array> {
  const { language, timeZone = 'Asia/Shanghai' } = options;
  const page = { title, number: order.number, path: `/purchase-orders/${order.id}` };
  return formPage(page, options, (legible) => {
    const rows = new Rows(language, legible, timeZone);
    return [
      { table: { widths: [86, '*', 86, '*'], body: headRows(order, rows) }, layout: ruled, margin: [0, 0, 0, 6] },
      {
        table: { headerRows: 1, widths: [16, '*', 66, 28, 54, 56, 42, 42, 64], body: lineRows(order, rows) },
        layout: ruled,
        margin: [0, 0, 0, 6],
      },
      { table: { widths: [86, '*', 86, '*'], body: signedRows(order, rows) }, layout: ruled },
    ];
  });
}

/** Cells of a form: a label in the language asked for, the other below it; what is not known yet stays blank. */
class Rows {
  constructor(
    private readonly language: Language,
    private readonly legible: Legible,
    private readonly timeZone: string,
  ) {}

  label(word: Word): object {
    const [first, second] = this.language === 'zh' ? word : [word[1], word[0]];
    return { stack: [{ text: first }, { text: second, fontSize: 6.5, color: '#555555' }], fillColor: '#f3f4f6' };
  }

  text(value: string | null, more: object = {}): object {
    return { text: value === null ? ' ' : this.legible(value), ...more };
  }

  at(instant: string | null): string {
    return instant === null ? '' : clockTime(instant, this.timeZone);
  }

  said(word: Word): string {
    return inLanguage(this.language, word);
  }

  signed(person: Person | null, instant: string | null): object {
    return this.text(person === null ? null : `${person.name}  ${this.at(instant)}`);
  }
}

const money = (fen: number | null): string | null =>
  fen === null ? null : `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;

function headRows(order: PurchaseOrderForm, rows: Rows): object[][] {
  return [
    [
      rows.label(['供应商', 'Supplier']),
      rows.text(order.supplier?.name ?? null),
      rows.label(['金额', 'Amount']),
      rows.text(money(order.amount)),
    ],
    [
      rows.label(['申请事由', 'Reason']),
      rows.text(order.reason ?? rows.said(byShortage)),
      rows.label(['拟单', 'Drafted']),
      rows.text(`${order.draftedBy?.name ?? ''}  ${rows.at(order.draftedAt)}`.trim()),
    ],
    [
      rows.label(['预计到货', 'Expected on']),
      rows.text(order.expectedOn),
      rows.label(['供应商确认到货', 'Confirmed for']),
      rows.text(order.confirmedOn),
    ],
  ];
}

function lineRows({ lines }: PurchaseOrderForm, rows: Rows): object[][] {
  const heads: readonly Word[] = [
    ['序', 'No.'],
    ['备品名称', 'Part'],
    ['型号', 'Model'],
    ['数量', 'Qty'],
    ['单价', 'Unit price'],
    ['承诺供应', 'Promised by'],
    ['合格', 'Accepted'],
    ['拒收', 'Rejected'],
    ['序列号', 'Serial No.'],
  ];
  const right = { alignment: 'right' };
  return [
    heads.map((head) => rows.label(head)),
    ...lines.map((line, nth) => [
      rows.text(String(nth + 1)),
      rows.text([line.code, line.name].filter((word) => word !== null).join(' ')),
      rows.text(line.model),
      rows.text(String(line.quantity), right),
      rows.text(money(line.unitPrice), right),
      rows.text(rows.at(line.dueAt)),
      rows.text(line.received > 0 ? String(line.received) : null, right),
      rows.text(line.rejected > 0 ? String(line.rejected) : null, right),
      rows.text(line.serials.join(' ') || null),
    ]),
  ];
}

function signedRows(order: PurchaseOrderForm, rows: Rows): object[][] {
  const approvals = order.approvals.map(
    ({ by, role, at }) =>
      [approverRoles[role] ?? [role, role], by, at] as const satisfies readonly [Word, Person, string],
  );
  const signed: readonly (readonly [Word, Person | null, string | null])[] = [
    [['申请', 'Requested by'], order.submittedBy, order.submittedAt],
    ...(approvals.length > 0 ? approvals : [[['审批', 'Approved by'], null, null] as const]),
    [['订购', 'Ordered by'], order.orderedBy, order.orderedAt],
    ...(order.receipts.length > 0 ? [] : [[['验收入库', 'Received by'], null, null] as const]),
  ];
  return [
    ...signed.map(([word, person, at]) => [
      rows.label(word),
      rows.signed(person, at),
      rows.label(['签字', 'Signature']),
      rows.text(null, { margin: [0, 0, 0, 14] }),
    ]),
    ...order.receipts.map(({ by, at, place, certificate }) => [
      rows.label(['验收入库', 'Received by']),
      rows.text(`${by.name}  ${rows.at(at)}  ${place}`),
      rows.label(['合格证', 'Certificate']),
      rows.text(certificate),
    ]),
  ];
}
