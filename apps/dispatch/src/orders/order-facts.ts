import type { Fact } from '@pledge/contracts';
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

export type OrderFact =
  | ReportTaken
  | Fact<typeof OrderOpened>
  | Fact<typeof DispatchHandOffAccepted>
  | Fact<typeof OrderAssigned>
  | Fact<typeof OrderAccepted>
  | Fact<typeof ReleaseExcepted>
  | Fact<typeof EngineerDeparted>
  | Fact<typeof EngineerArrived>
  | Fact<typeof MeasuresRecorded>
  | SignatureDrawn
  | Fact<typeof OrderSigned>
  | Fact<typeof SupportRequested>
  | Fact<typeof OrderClosed>;
