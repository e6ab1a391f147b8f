import { randomUUID } from 'node:crypto';
import type { EnquiryKind } from '@pledge/contracts';
import type { EnquiryBody, Receipt } from '@pledge/contracts/http';
import { workCalendar } from '@pledge/promises';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { enquiriesIn } from './enquiries.commands.js';
import type { Asked, EnquiryCommand } from './situation.js';
import { by } from '../desk/agent.testbed.js';

export const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
export const nowhere: Asked = { customerId: null, siteId: null, equipmentId: null };

/** Whoever asks the hotline something, and what the desk does with it. */
export const enquiriesBed = (db: () => DataSource) => {
  const handle = (id: string, command: EnquiryCommand, key: string = newId()) =>
    enquiriesIn(db(), 'Asia/Shanghai').handle(id, command, {
      by: 'person:agent-1',
      key,
      fingerprint: key,
      wantsView: true,
    });

  async function ask(
    kind: EnquiryKind = 'consultation',
    asked: Asked = nowhere,
    key?: string,
    more: Partial<EnquiryBody> = {},
  ): Promise<Receipt> {
    const requestId = newId();
    const reportedBy = { name: '王敏', phone: '138 0000 0001', email: null };
    const details = kind === 'suggestion' ? { kind, forDepartment: null } : { kind: 'consultation' as const };
    const report: EnquiryBody = {
      kind,
      channel: 'hotline',
      language: 'zh',
      reportedBy,
      subject: '门禁卡如何批量授权',
      // Never what was asked a moment ago.
      description: `新员工三百人𠮷 ${randomUUID()}`,
      details,
      ...more,
    };
    const ids = { promiseId: newId(), publicToken: newId(), envelopeId: newId() };
    const { view } = await handle(
      requestId,
      { type: 'receive', requestId, report, reportedBy, asked, recordedBy: by, ids, calendar },
      key,
    );
    return view;
  }
  return { handle, ask };
};
