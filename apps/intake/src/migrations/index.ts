import { Requests1763800000000 } from './1-requests.js';
import { Faults1764000000002 } from './2-faults.js';
import { Enquiries1764000000003 } from './3-enquiries.js';
import { Conversations1764000000004 } from './4-conversations.js';
import { Envelopes1764000000005 } from './5-envelopes.js';
import { Attachments1764000000006 } from './6-attachments.js';
import { Mailboxes1764000000007 } from './7-mailboxes.js';
import { Roster1764000000008 } from './8-roster.js';
import { Desk1764000000009 } from './9-desk.js';
import { Callers1764000000011 } from './11-callers.js';
import { Queues1764000000012 } from './12-queues.js';
import { Articles1764000000013 } from './13-articles.js';
import { RequestWords1764000000014 } from './14-request-words.js';
import { Senders1764000000015 } from './15-senders.js';
import { MailDeliveries1764000000016 } from './16-mail-deliveries.js';
import { Routing1764000000019 } from './19-routing.js';
import { ReferralSteps1764000000020 } from './20-referral-steps.js';
import { Waiting1764000000021 } from './21-waiting.js';
import { Disputes1764000000022 } from './22-disputes.js';
import { AskedAgain1764000000023 } from './23-asked-again.js';
import { FilesOfRequests1764000000024 } from './24-files-of-requests.js';
import { ChangedShifts1764000000025 } from './25-changed-shifts.js';
import { ClosedDays1764000000026 } from './26-closed-days.js';
import { ServiceLines1764000000027 } from './27-service-lines.js';
import { NextDue1764000000028 } from './28-next-due.js';
import { LooseFiles1764000000029 } from './29-loose-files.js';
import { Recurrences1764000000030 } from './30-recurrences.js';
import { Sequences1764000000031 } from './31-sequences.js';

export const intakeMigrations = [
  Requests1763800000000,
  Faults1764000000002,
  Enquiries1764000000003,
  Conversations1764000000004,
  Envelopes1764000000005,
  Attachments1764000000006,
  Mailboxes1764000000007,
  Roster1764000000008,
  Desk1764000000009,
  Callers1764000000011,
  Queues1764000000012,
  Articles1764000000013,
  RequestWords1764000000014,
  Senders1764000000015,
  MailDeliveries1764000000016,
  Routing1764000000019,
  ReferralSteps1764000000020,
  Waiting1764000000021,
  Disputes1764000000022,
  AskedAgain1764000000023,
  FilesOfRequests1764000000024,
  ChangedShifts1764000000025,
  ClosedDays1764000000026,
  ServiceLines1764000000027,
  NextDue1764000000028,
  LooseFiles1764000000029,
  Recurrences1764000000030,
  Sequences1764000000031,
];
