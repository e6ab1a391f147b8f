-- Requests and all that is said of them, what reached us, who calls, the desk, the roster, and copies of what other services say.

create function search_text(told text) returns text language sql immutable parallel safe
return lower(normalize(told, NFKC));

-- Every two characters that follow one another, three where they are ASCII; in the same way as search/grams.ts asks for them.
create function search_grams(told text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(coalesce(array_agg(distinct case when wide then a || b else a || b || c end), '{}'))
  from (
    select a, b, c, ascii(a) > 127 or ascii(b) > 127 as wide
    from (
      select a, lead(a) over pair as b, lead(a, 2) over pair as c
      from unnest(string_to_array(lower(normalize(told, NFKC)), null)) with ordinality as characters (a, place)
      window pair as (order by place)
    ) as following
  ) as grams
  where (ascii(a) > 127 or ascii(a) between 48 and 57 or ascii(a) between 97 and 122)
    and (ascii(b) > 127 or ascii(b) between 48 and 57 or ascii(b) between 97 and 122)
    and (wide or ascii(c) between 48 and 57 or ascii(c) between 97 and 122)
$$;

-- Requests of every kind.

create sequence fault_number;
create sequence enquiry_number;
create table suggestion_count (year int primary key, last int not null);

create table request (
  request_id uuid primary key,
  number text not null unique,
  status text not null check (status in ('received', 'responded', 'joined', 'resolved', 'closed')),
  customer_id uuid,
  site_id uuid,
  equipment_id uuid,
  category text,
  phone text,
  received_at timestamptz not null,
  public_token text not null unique,
  joined_to uuid references request (request_id),
  report jsonb not null,
  answer jsonb,
  resolved_at timestamptz,
  closed_at timestamptz,
  search text not null,
  version int not null,
  kind text not null default 'fault' check (kind in ('fault', 'consultation', 'complaint', 'suggestion',
    'performance', 'how-to', 'status', 'upgrade')),
  channel text generated always as (report ->> 'channel') stored,
  subject text,
  details jsonb,
  missing text[] not null default '{}',
  taken_by jsonb,
  completed jsonb not null default '[]',
  undone jsonb,
  -- The same equipment, or the same category at the same site: of two at once the database refuses one.
  live_key text,
  recurrence_of uuid references request (request_id),
  recurred_as uuid references request (request_id) deferrable initially deferred,
  verdict text check (verdict in ('effective', 'not-effective')),
  confirmation jsonb,
  referral jsonb,
  -- What requests are found by, also by two Chinese characters, of which trigrams know nothing. The store writes the grams itself: a
  -- generated column would cost every report half a millisecond.
  grams tsvector not null default '',
  -- What is due next stands on the request, so that a queue reads no promises; what is disputed is decided by a rule, not here.
  due_at timestamptz,
  due_what text,
  disputed jsonb,
  check ((status = 'joined') = (joined_to is not null)),
  check (kind <> 'fault' or (customer_id is not null and site_id is not null and category is not null))
);
create unique index request_live_key on request (live_key) where status in ('received', 'responded');
create index request_newest on request (received_at desc, request_id desc);
create index request_by_status on request (status, received_at desc, request_id desc);
create index request_of_customer on request (customer_id, received_at desc, request_id desc);
create index request_at_site on request (site_id, received_at desc, request_id desc);
create index request_of_equipment on request (equipment_id, received_at desc, request_id desc);
create index request_by_phone on request (phone, received_at desc, request_id desc);
create index request_of_kind on request (kind, received_at desc, request_id desc);
create index request_of_channel on request (channel, received_at desc, request_id desc);
-- Requests of a line of service are found, newest first; every fault is repair.
create index request_of_line on request ((coalesce(report ->> 'serviceLine', 'response')), received_at desc, request_id desc)
  where kind <> 'fault';
create index request_joined on request (joined_to) where joined_to is not null;
create index request_referred on request ((referral ->> 'questionId')) where referral is not null;
create index request_open_at_site on request (site_id) where status in ('received', 'responded');
create index request_open_of_customer on request (customer_id, received_at desc) where status in ('received', 'responded');
create index request_resolved_at_site on request (site_id, resolved_at desc) where resolved_at is not null;
create index request_open_enquiry on request (kind, category, received_at)
  where kind <> 'fault' and status in ('received', 'responded');
-- Whoever asks again by mail is found among the few that are open.
create index request_open_of_mail on request (lower(report #>> '{reportedBy,email}')) where status in ('received', 'responded');
-- Whether a repair that did not hold is reported again already is asked under its lock.
create index request_recurrence on request (recurrence_of) where recurrence_of is not null;
-- What the queues look at is a small part of the table.
create index request_new on request (received_at) where answer is null and status in ('received', 'joined') and taken_by is null;
create index request_unanswered on request (received_at) where answer is null and status in ('received', 'joined');
create index request_unclear on request (received_at) where missing <> '{}' and status in ('received', 'responded');
create index request_to_confirm on request (received_at) where status = 'resolved' or (kind <> 'fault' and status = 'responded');
create index request_taken on request ((taken_by ->> 'personId')) where taken_by is not null and status <> 'closed';
-- Found by words, by how a number begins and by how it ends.
create index request_grams on request using gin (grams);
create index request_phone_begin on request (phone text_pattern_ops);
create index request_phone_end on request (reverse(phone) text_pattern_ops);
create index request_number_end on request (reverse(number) text_pattern_ops);

-- What is said about a request after its report, and what callers were told to expect.
create table conversation (
  request_id uuid primary key references request,
  said jsonb not null,
  clarifications jsonb not null,
  told jsonb not null,
  asking boolean not null,
  version int not null,
  -- What the user says against a repair or an answer.
  dispute jsonb
);
create index conversation_asking on conversation (request_id) where asking;
create index conversation_disputed on conversation (request_id) where dispute is not null;
create table told_promise (
  promise_id uuid primary key,
  request_id uuid not null references request,
  due_at timestamptz(3) not null,
  done_at timestamptz(3)
);
create index told_promise_due on told_promise (due_at, promise_id) where done_at is null;

create table timeline_entry (
  event_id uuid primary key,
  request_id uuid not null,
  at timestamptz not null,
  department text not null,
  type text not null,
  by text,
  detail jsonb not null
);
create index timeline_of_request on timeline_entry (request_id, at, event_id);

-- What reached us, and its one outcome: a row each, so that what came in and what came out are counted apart.

create table envelope (
  envelope_id uuid primary key,
  channel text not null,
  source text not null,
  source_key text,
  status text not null check (status in ('waiting', 'settled')),
  needs text check (needs in ('sorting', 'transcription', 'call-back')),
  received_at timestamptz(3) not null,
  stored_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  overdue boolean not null default false,
  sender jsonb not null,
  subject text,
  text text not null,
  attachments jsonb not null default '[]',
  found jsonb not null,
  call jsonb,
  taken_by jsonb,
  transcribed_by jsonb,
  version int not null,
  quoted text,
  unique (source, source_key),
  check ((status = 'waiting') = (needs is not null))
);
create index envelope_newest on envelope (received_at desc, envelope_id desc);
create index envelope_of_channel on envelope (channel, received_at desc, envelope_id desc);
create index envelope_waiting on envelope (needs, due_at, envelope_id) where status = 'waiting';
-- The few that wait are found among the many that were settled, however old they are.
create index envelope_waiting_newest on envelope (received_at desc, envelope_id desc) where status = 'waiting';
create index envelope_taken on envelope ((taken_by ->> 'personId')) where status = 'waiting' and taken_by is not null;
create index envelope_of_sender on envelope ((sender ->> 'email'), stored_at) where channel = 'email';

create table envelope_outcome (
  envelope_id uuid primary key references envelope,
  type text not null check (type in ('new-request', 'joined', 'rejected')),
  request_id uuid references request deferrable initially deferred,
  number text,
  reason text,
  note text,
  settled_by jsonb not null,
  settled_at timestamptz(3) not null,
  check ((type = 'rejected') = (reason is not null)),
  check ((type = 'rejected') = (request_id is null)),
  check (type <> 'rejected' or settled_by ->> 'personId' is not null)
);
create index envelope_outcome_of_request on envelope_outcome (request_id) where request_id is not null;

-- The books of a day whose every envelope has its outcome are added up once, so that the balance over all years reads few rows.
-- Whatever touches such a day takes its sums away; both wait for each other, so that no sum is kept of what has changed meanwhile.

-- A day of UTC. Its sums are kept by channel: in, newRequest, joined, rejected.
create table closed_day (day date primary key, tallies jsonb not null);

create function reopen_day() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
  delete from closed_day where day in ((old.received_at at time zone 'utc')::date, (new.received_at at time zone 'utc')::date);
  return null;
end $$;
create function reopen_day_of_outcome() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
  delete from closed_day where day in (
    select (received_at at time zone 'utc')::date from envelope where envelope_id in (old.envelope_id, new.envelope_id));
  return null;
end $$;

-- What is younger than two days is never closed, and costs nothing here.
create trigger reopen_day_entered after insert on envelope for each row
  when (new.received_at < now() - interval '2 days') execute function reopen_day();
create trigger reopen_day_changed after update of status, channel, received_at on envelope for each row
  when (least(old.received_at, new.received_at) < now() - interval '2 days') execute function reopen_day();
create trigger reopen_day_removed after delete on envelope for each row
  when (old.received_at < now() - interval '2 days') execute function reopen_day();
-- An outcome that comes later comes with its envelope's status, and no day with an envelope that waits is closed.
create trigger reopen_day_resettled after update of envelope_id, type or delete on envelope_outcome for each row
  execute function reopen_day_of_outcome();

-- Some days at a time, so that nobody who writes of such a day waits long; true where there may be more.
create function close_days() returns boolean language plpgsql as $$
declare
  closed int;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('close-days', 0)) then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('closed-day', 0));
  insert into closed_day (day, tallies)
  select open.day, coalesce(d.tallies, '[]')
  from (
    select begins::date as day from (select min(received_at) at time zone 'utc' as first from envelope) e,
      generate_series(date_trunc('day', e.first), (now() at time zone 'utc') - interval '4 days', '1 day') begins
    where not exists (select from closed_day c where c.day = begins::date)
  ) as open cross join lateral (
    select jsonb_agg(t) as tallies, sum(t.waiting) as waiting, sum(t."in" - t."newRequest" - t.joined - t.rejected) as lost
    from (
      select channel, count(*) as "in", count(*) filter (where outcome = 'new-request') as "newRequest",
        count(*) filter (where outcome = 'joined') as joined, count(*) filter (where outcome = 'rejected') as rejected,
        count(*) filter (where status = 'waiting') as waiting
      from (
        select channel, status, (select type from envelope_outcome o where o.envelope_id = e.envelope_id) as outcome
        from envelope e
        where received_at >= (open.day::timestamp at time zone 'utc') and received_at < ((open.day + 1)::timestamp at time zone 'utc')
      ) day
      group by channel
    ) t
  ) d
  where coalesce(d.waiting, 0) = 0 and coalesce(d.lost, 0) = 0
  limit 50;
  get diagnostics closed = row_count;
  return closed = 50;
end $$;

-- Files: their bytes lie in a folder, under their hash. One came with an envelope, or was added to a request with something that was
-- said about it, or was put to nothing yet.
create table attachment (
  attachment_id uuid primary key,
  envelope_id uuid references envelope deferrable initially deferred,
  name text not null,
  media_type text not null,
  size int not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  has_preview boolean not null,
  uploaded_by jsonb,
  customer_id uuid,
  stored_at timestamptz(3) not null default clock_timestamp(),
  request_id uuid references request,
  entry_id uuid,
  check (entry_id is null or request_id is not null),
  check (envelope_id is null or request_id is null)
);
create index attachment_in_envelope on attachment (envelope_id) where envelope_id is not null;
create index attachment_of_request on attachment (request_id) where request_id is not null;
-- Files that nobody put to anything are found without a look at all others, and whether the same bytes are kept for somebody else.
create index attachment_loose on attachment (stored_at) where envelope_id is null and entry_id is null;
create index attachment_bytes on attachment (sha256);

-- How far each mailbox was read, and what was read of it.
create table mailbox (
  mailbox text primary key,
  validity text not null,
  up_to bigint not null
);
create table mailbox_mail (
  mailbox text not null,
  validity text not null,
  number bigint not null,
  envelope_id uuid not null references envelope,
  stored_at timestamptz(3) not null default clock_timestamp(),
  primary key (mailbox, validity, number)
);
-- What mail gateways pushed, so that a second attempt gets the first one's answer.
create table mail_delivery (
  delivery_id text primary key,
  sha256 text not null,
  envelope_id uuid not null references envelope,
  joined_to uuid,
  taken_at timestamptz(3) not null default clock_timestamp()
);

create table shift (
  shift_id uuid primary key,
  plan_id uuid not null,
  status text not null check (status in ('planned', 'handed-over', 'cancelled')),
  kind text not null check (kind in ('day', 'night', 'holiday')),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  people jsonb not null check (jsonb_array_length(people) > 0),
  handed_over jsonb,
  version int not null,
  -- Who changed it last, when and why, and the two that were swapped together.
  changed jsonb,
  swap_id uuid,
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  check ((status = 'handed-over') = (handed_over is not null))
);
create index shift_of_plan on shift (plan_id);
create index shift_by_start on shift (starts_at, shift_id) where status <> 'cancelled';
create index shift_of_swap on shift (swap_id) where swap_id is not null;
-- What the seat supervisor was told of already.
create table roster_watch (
  roster_id uuid primary key,
  told jsonb not null,
  version int not null
);

create table draft (
  draft_id uuid primary key,
  person_id text not null,
  title text not null,
  envelope_id uuid,
  data jsonb not null,
  saved_at timestamptz not null,
  updated_at timestamptz not null,
  dropped_at timestamptz,
  version int not null
);
create index draft_of_person on draft (person_id, updated_at desc) where dropped_at is null;
create index draft_dropped on draft (dropped_at) where dropped_at is not null;

create table saved_filter (
  filter_id uuid primary key,
  person_id text not null,
  person_name text not null,
  name text not null,
  queue text not null,
  query text not null,
  shared boolean not null,
  unique (person_id, name)
);
create index saved_filter_shared on saved_filter (name) where shared;

-- Said again every few seconds: a crash of the server may forget it.
create unlogged table looking (
  subject text not null check (subject in ('request', 'envelope')),
  subject_id uuid not null,
  person_id text not null,
  person_name text not null,
  editing boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (subject, subject_id, person_id)
);
create index looking_longest on looking (seen_at);

create table answer_template (
  template_id uuid primary key,
  status text not null check (status in ('written', 'deleted')),
  name text not null,
  kinds text[] not null,
  zh text not null,
  en text not null,
  version int not null
);
create index answer_template_by_name on answer_template (name, template_id) where status = 'written';

create table routing_edition (
  version int primary key check (version > 0),
  lines jsonb not null check (jsonb_array_length(lines) > 0),
  by jsonb,
  reason text,
  at timestamptz(3) not null
);
-- Complaints and suggestions are supervision's, faults dispatch's; whoever asks how and why asks technical support.
insert into routing_edition (version, lines, at) values (1, '[
  {"kind": "fault", "category": null, "department": "dispatch"},
  {"kind": "consultation", "category": null, "department": "support"},
  {"kind": "complaint", "category": null, "department": "supervision"},
  {"kind": "suggestion", "category": null, "department": "supervision"},
  {"kind": "performance", "category": null, "department": "support"},
  {"kind": "how-to", "category": null, "department": "support"},
  {"kind": "status", "category": null, "department": "dispatch"},
  {"kind": "upgrade", "category": null, "department": "support"}
]', now());

-- Copies of what other services say. `sequence`: which event wrote a copy last, so that what is said again after a loss never takes it
-- back in time. Every search of a caller has an index that fits it, also of two Chinese characters.

create table customer_copy (
  customer_id uuid primary key,
  name text not null,
  terms jsonb not null,
  code text not null default '',
  initials text not null default '',
  industry text not null default '',
  maintainer jsonb,
  initial_keys tsvector not null default '',
  search text generated always as (search_text(name || ' ' || code)) stored,
  grams tsvector generated always as (search_grams(name || ' ' || code)) stored,
  sequence bigint not null default 0
);
create index customer_copy_grams on customer_copy using gin (grams);
create index customer_copy_initials on customer_copy using gin (initial_keys);

create table contact_copy (
  contact_id uuid primary key,
  customer_id uuid not null,
  name text not null,
  phone text not null,
  dialled text not null,
  email text,
  duty text not null,
  initial_keys tsvector not null,
  search text generated always as (search_text(name)) stored,
  grams tsvector generated always as (search_grams(name)) stored,
  mail text generated always as (search_text(email)) stored,
  mail_grams tsvector generated always as (search_grams(email)) stored
);
create index contact_of_customer on contact_copy (customer_id);
create index contact_of_mail on contact_copy (mail) where mail is not null;
create index contact_dialled on contact_copy (dialled text_pattern_ops);
create index contact_dialled_end on contact_copy (reverse(dialled) text_pattern_ops);
create index contact_grams on contact_copy using gin (grams);
create index contact_mail_grams on contact_copy using gin (mail_grams);
create index contact_initials on contact_copy using gin (initial_keys);

create table site_copy (
  site_id uuid primary key,
  customer_id uuid not null,
  name text not null,
  address text not null,
  territory text not null,
  initial_keys tsvector not null default '',
  search text generated always as (search_text(name || ' ' || address)) stored,
  grams tsvector generated always as (search_grams(name || ' ' || address)) stored,
  sequence bigint not null default 0
);
create index site_copy_of_customer on site_copy (customer_id);
create index site_copy_grams on site_copy using gin (grams);
create index site_copy_initials on site_copy using gin (initial_keys);

create table equipment_copy (
  equipment_id uuid primary key,
  customer_id uuid not null,
  site_id uuid not null,
  qr_token text not null unique,
  data jsonb not null,
  serial text generated always as
    (lower(regexp_replace(normalize(coalesce(data ->> 'serialNumber', ''), NFKC), '[^[:alnum:]]', '', 'g'))) stored,
  serial_grams tsvector generated always as
    (search_grams(regexp_replace(normalize(coalesce(data ->> 'serialNumber', ''), NFKC), '[^[:alnum:]]', '', 'g'))) stored,
  search text generated always as (search_text(coalesce(data ->> 'name', '') || ' ' || coalesce(data ->> 'model', '')
    || ' ' || coalesce(data ->> 'serialNumber', '') || ' ' || coalesce(data ->> 'location', ''))) stored,
  sequence bigint not null default 0
);
create index equipment_copy_of_customer on equipment_copy (customer_id);
create index equipment_copy_at_site on equipment_copy (site_id);
create index equipment_copy_serial on equipment_copy (serial text_pattern_ops);
create index equipment_copy_serial_grams on equipment_copy using gin (serial_grams);

-- `head` is what an article is known by: titles, keywords and models.
create table article_copy (
  article_id uuid primary key,
  edition int not null,
  category text not null,
  published_at timestamptz not null,
  data jsonb not null,
  initial_keys tsvector not null,
  title_search text generated always as (search_text(
      (data #>> '{title,zh}') || ' ' || (data #>> '{title,en}'))) stored,
  head_search text generated always as (search_text(
      (data #>> '{title,zh}') || ' ' || (data #>> '{title,en}')
      || ' ' || (data ->> 'keywords') || ' ' || (data ->> 'appliesTo'))) stored,
  search text generated always as (search_text(
      (data #>> '{title,zh}') || ' ' || (data #>> '{title,en}')
      || ' ' || (data ->> 'keywords') || ' ' || (data ->> 'appliesTo')
      || ' ' || (data #>> '{body,zh}') || ' ' || (data #>> '{body,en}'))) stored,
  head_grams tsvector generated always as (search_grams(
      (data #>> '{title,zh}') || ' ' || (data #>> '{title,en}')
      || ' ' || (data ->> 'keywords') || ' ' || (data ->> 'appliesTo'))) stored,
  grams tsvector generated always as (search_grams(
      (data #>> '{title,zh}') || ' ' || (data #>> '{title,en}')
      || ' ' || (data ->> 'keywords') || ' ' || (data ->> 'appliesTo')
      || ' ' || (data #>> '{body,zh}') || ' ' || (data #>> '{body,en}'))) stored,
  sequence bigint not null default 0,
  withdrawn boolean not null default false
);
create index article_copy_newest on article_copy (published_at desc, article_id);
create index article_copy_grams on article_copy using gin (grams);
create index article_copy_head_grams on article_copy using gin (head_grams);
create index article_copy_initials on article_copy using gin (initial_keys);

create table promise_track (
  promise_id uuid primary key,
  request_id uuid not null,
  state text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  sequence bigint not null default 0
);
create index promise_track_of_request on promise_track (request_id);

create table request_track (
  request_id uuid primary key,
  holder text,
  held_since timestamptz,
  order_id uuid,
  order_number text,
  order_status text,
  order_sequence bigint not null default 0,
  holder_sequence bigint not null default 0
);
