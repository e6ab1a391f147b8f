import type { EventOf } from '@pledge/contracts';
import type {
  DispatchHandOffAccepted,
  EngineerArrived,
  EngineerDeparted,
  MeasuresRecorded,
  OrderAccepted,
  OrderAssigned,
  OrderClosed,
  OrderOpened,
  OrderSigned,
  ReleaseExcepted,
  SupportRequested,
} from '@pledge/contracts/events';
import type { Report } from './situation.js';

/** Stays in the journal: the whole report, of which others have their own copy. */
export interface ReportTaken {
  readonly type: 'order-report-taken';
  readonly data: {
    readonly orderId: string;
    readonly requestId: string;
    readonly number: string;
    readonly openedAt: string;
    readonly report: Report;
  };
}

/** Stays in the journal: the drawing itself, which nobody else needs. */
export interface SignatureDrawn {
  readonly type: 'order-signature-drawn';
  readonly data: { readonly orderId: string; readonly requestId: string; readonly image: string };
}

export type OrderEvent =
  | ReportTaken
  | EventOf<typeof OrderOpened>
  | EventOf<typeof DispatchHandOffAccepted>
  | EventOf<typeof OrderAssigned>
  | EventOf<typeof OrderAccepted>
  | EventOf<typeof ReleaseExcepted>
  | EventOf<typeof EngineerDeparted>
  | EventOf<typeof EngineerArrived>
  | EventOf<typeof MeasuresRecorded>
  | SignatureDrawn
  | EventOf<typeof OrderSigned>
  | EventOf<typeof SupportRequested>
  | EventOf<typeof OrderClosed>;
