import type { EventContract, EventType } from './define-event.js';
import { versionsOf } from './define-event.js';
import * as archives from './archives/index.js';
import * as dispatch from './dispatch/index.js';
import * as desk from './events/intake-desk.js';
import * as enquiries from './events/intake-enquiries.js';
import * as envelopes from './events/intake-envelopes.js';
import * as intake from './events/intake.js';
import * as parts from './parts/index.js';
import * as supervision from './supervision/index.js';
import * as support from './support/index.js';
import type { Service } from './vocabulary.js';

const types = (...contracts: readonly EventContract[]): readonly EventType[] => contracts.flatMap(versionsOf);

/**
 * Who hears what: listener → speaker → event types. Streams' durables and each service's rights on the bus are made from it, and a
 * service refuses to start where its reactions and this list differ.
 */
export const topology: Readonly<Partial<Record<Service, Readonly<Partial<Record<Service, readonly EventType[]>>>>>> = {
  intake: {
    archives: types(
      archives.CustomerRegistered,
      archives.SiteRegistered,
      archives.EquipmentRegistered,
      archives.RepairRecorded,
    ),
    dispatch: types(
      dispatch.OrderOpened,
      dispatch.DispatchHandOffAccepted,
      dispatch.OrderAssigned,
      dispatch.OrderAccepted,
      dispatch.ReleaseExcepted,
      dispatch.EngineerDeparted,
      dispatch.EngineerArrived,
      dispatch.MeasuresRecorded,
      dispatch.OrderSigned,
      dispatch.OrderClosed,
      dispatch.SupportRequested,
    ),
    parts: types(parts.PartsReserved, parts.PartsShort, parts.PartsConsumed),
    support: types(
      support.SupportHandOffAccepted,
      support.SupportAnswered,
      support.QuestionAccepted,
      support.QuestionDeclined,
      support.QuestionReassigned,
      support.QuestionAnswered,
      support.ArticlePublished,
      support.ArticleWithdrawn,
    ),
    supervision: types(
      supervision.PromiseAtRisk,
      supervision.PromiseBreached,
      supervision.PromisePaused,
      supervision.PromiseResumed,
      supervision.PromiseKept,
      supervision.PromiseDoneLate,
      supervision.PromiseVoided,
      supervision.BatonPassed,
      supervision.HandOffOverdue,
      supervision.RequestVerified,
      supervision.RequestNotEffective,
      supervision.MatterAccepted,
      supervision.MatterDeclined,
      supervision.MatterSettled,
    ),
  },
  dispatch: {
    archives: types(archives.CustomerRegistered),
    intake: types(intake.RequestReceived),
    parts: types(
      parts.PartCatalogued,
      parts.PartsReserved,
      parts.PartsShort,
      parts.PartsConsumed,
      parts.PurchaseOrderDrafted,
    ),
    support: types(support.SupportHandOffAccepted, support.SupportAnswered),
  },
  parts: {
    dispatch: types(dispatch.OrderAssigned, dispatch.MeasuresRecorded, dispatch.OrderClosed),
    // A shortage drafts its purchase order; what comes in or gets free goes to whoever waits; what is set aside ends a purchase.
    parts: types(
      parts.PartsShort,
      parts.PartsReserved,
      parts.PartsConsumed,
      parts.PartsPutBack,
      parts.StockReceived,
      parts.PurchaseReceived,
    ),
  },
  archives: {
    parts: types(parts.PartCatalogued),
    dispatch: types(dispatch.OrderSigned),
  },
  support: {
    dispatch: types(dispatch.SupportRequested),
    intake: types(enquiries.QuestionReferred),
  },
  supervision: {
    intake: types(
      intake.RequestReceived,
      intake.RequestJoined,
      intake.RequestResponded,
      intake.RequestClosed,
      enquiries.EnquiryReceived,
      enquiries.EnquiryJoined,
      enquiries.QuestionReferred,
      enquiries.MatterHandedOver,
      enquiries.CallerTold,
      enquiries.ToldCallerKept,
      enquiries.RequestDisputed,
      desk.RequestConfirmed,
    ),
    dispatch: types(
      dispatch.OrderOpened,
      dispatch.DispatchHandOffAccepted,
      dispatch.OrderAccepted,
      dispatch.OrderAssigned,
      dispatch.EngineerArrived,
      dispatch.MeasuresRecorded,
      dispatch.OrderClosed,
      dispatch.SupportRequested,
    ),
    support: types(
      support.SupportHandOffAccepted,
      support.QuestionAccepted,
      support.QuestionDeclined,
      support.QuestionReassigned,
      support.QuestionAnswered,
    ),
    parts: types(
      parts.PurchaseApproved,
      parts.PurchaseLineSupplied,
      parts.PurchaseOrderChanged,
      parts.PurchaseCancelled,
    ),
    // Its ledgers hear of its own complaints, suggestions and verdicts as of everybody's.
    supervision: types(
      supervision.MatterAccepted,
      supervision.MatterDeclined,
      supervision.MatterSettled,
      supervision.SupervisionHandOffAccepted,
      supervision.RequestVerified,
      supervision.RequestNotEffective,
    ),
  },
  notifier: {
    intake: types(
      intake.RequestReceived,
      intake.RequestJoined,
      intake.RequestResponded,
      enquiries.EnquiryReceived,
      enquiries.EnquiryJoined,
      enquiries.ReplyWritten,
      enquiries.ClarificationAsked,
      enquiries.ClarificationOverdue,
      envelopes.EnvelopeOverdue,
      envelopes.RosterGapAhead,
    ),
    dispatch: types(
      dispatch.EngineerRegistered,
      dispatch.OrderAssigned,
      dispatch.EngineerDeparted,
      dispatch.OrderClosed,
    ),
    supervision: types(
      supervision.PromiseAtRisk,
      supervision.PromiseBreached,
      supervision.PromiseEscalated,
      supervision.HandOffOverdue,
    ),
  },
};

/**
 * Which time a listener is told everything of a speaker, 1 where nothing is said here. Raise it together with the names of the
 * reactions whose copies need what was said before: their durable starts from the beginning of the stream once.
 */
export const tellings: Readonly<Partial<Record<Service, Readonly<Partial<Record<Service, number>>>>>> = {
  // Contacts, for finding who calls; the knowledge base, for answering them.
  intake: { archives: 2, support: 2 },
};
