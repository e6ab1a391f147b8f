-- What intake keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create sequence enquiry_number as bigint start with 1 increment by 1;

create sequence fault_number as bigint start with 1 increment by 1;

CREATE OR REPLACE FUNCTION public.close_days()
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.reopen_day()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
  delete from closed_day where day in ((old.received_at at time zone 'utc')::date, (new.received_at at time zone 'utc')::date);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.reopen_day_of_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('closed-day', 0));
  delete from closed_day where day in (
    select (received_at at time zone 'utc')::date from envelope where envelope_id in (old.envelope_id, new.envelope_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.search_grams(told text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.search_text(told text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN lower(NORMALIZE(told, NFKC));

create table answer_template (
  template_id uuid not null,
  status text not null,
  name text not null,
  kinds text[] not null,
  zh text not null,
  en text not null,
  version integer not null,
  constraint answer_template_pkey PRIMARY KEY (template_id),
  constraint answer_template_status_check CHECK (status = ANY (ARRAY['written'::text, 'deleted'::text]))
);
CREATE INDEX answer_template_by_name ON answer_template USING btree (name, template_id) WHERE (status = 'written'::text);

create table article_copy (
  article_id uuid not null,
  edition integer not null,
  category text not null,
  published_at timestamptz not null,
  data jsonb not null,
  initial_keys tsvector not null,
  title_search text generated always as (search_text((((data #>> '{title,zh}'::text[]) || ' '::text) || (data #>> '{title,en}'::text[])))) stored,
  head_search text generated always as (search_text((((((((data #>> '{title,zh}'::text[]) || ' '::text) || (data #>> '{title,en}'::text[])) || ' '::text) || (data ->> 'keywords'::text)) || ' '::text) || (data ->> 'appliesTo'::text)))) stored,
  search text generated always as (search_text((((((((((((data #>> '{title,zh}'::text[]) || ' '::text) || (data #>> '{title,en}'::text[])) || ' '::text) || (data ->> 'keywords'::text)) || ' '::text) || (data ->> 'appliesTo'::text)) || ' '::text) || (data #>> '{body,zh}'::text[])) || ' '::text) || (data #>> '{body,en}'::text[])))) stored,
  head_grams tsvector generated always as (search_grams((((((((data #>> '{title,zh}'::text[]) || ' '::text) || (data #>> '{title,en}'::text[])) || ' '::text) || (data ->> 'keywords'::text)) || ' '::text) || (data ->> 'appliesTo'::text)))) stored,
  grams tsvector generated always as (search_grams((((((((((((data #>> '{title,zh}'::text[]) || ' '::text) || (data #>> '{title,en}'::text[])) || ' '::text) || (data ->> 'keywords'::text)) || ' '::text) || (data ->> 'appliesTo'::text)) || ' '::text) || (data #>> '{body,zh}'::text[])) || ' '::text) || (data #>> '{body,en}'::text[])))) stored,
  sequence bigint default 0 not null,
  withdrawn boolean default false not null,
  constraint article_copy_pkey PRIMARY KEY (article_id)
);
CREATE INDEX article_copy_grams ON article_copy USING gin (grams);
CREATE INDEX article_copy_head_grams ON article_copy USING gin (head_grams);
CREATE INDEX article_copy_initials ON article_copy USING gin (initial_keys);
CREATE INDEX article_copy_newest ON article_copy USING btree (published_at DESC, article_id);

create table attachment (
  attachment_id uuid not null,
  envelope_id uuid,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  has_preview boolean not null,
  uploaded_by jsonb,
  customer_id uuid,
  stored_at timestamptz(3) default clock_timestamp() not null,
  request_id uuid,
  entry_id uuid,
  constraint attachment_pkey PRIMARY KEY (attachment_id),
  constraint attachment_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(envelope_id) DEFERRABLE INITIALLY DEFERRED,
  constraint attachment_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(request_id),
  constraint attachment_check CHECK (entry_id IS NULL OR request_id IS NOT NULL),
  constraint attachment_check1 CHECK (envelope_id IS NULL OR request_id IS NULL),
  constraint attachment_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint attachment_size_check CHECK (size > 0)
);
CREATE INDEX attachment_bytes ON attachment USING btree (sha256);
CREATE INDEX attachment_in_envelope ON attachment USING btree (envelope_id) WHERE (envelope_id IS NOT NULL);
CREATE INDEX attachment_loose ON attachment USING btree (stored_at) WHERE ((envelope_id IS NULL) AND (entry_id IS NULL));
CREATE INDEX attachment_of_request ON attachment USING btree (request_id) WHERE (request_id IS NOT NULL);

create table closed_day (
  day date not null,
  tallies jsonb not null,
  constraint closed_day_pkey PRIMARY KEY (day)
);

create table contact_copy (
  contact_id uuid not null,
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
  mail_grams tsvector generated always as (search_grams(email)) stored,
  constraint contact_copy_pkey PRIMARY KEY (contact_id)
);
CREATE INDEX contact_dialled ON contact_copy USING btree (dialled text_pattern_ops);
CREATE INDEX contact_dialled_end ON contact_copy USING btree (reverse(dialled) text_pattern_ops);
CREATE INDEX contact_grams ON contact_copy USING gin (grams);
CREATE INDEX contact_initials ON contact_copy USING gin (initial_keys);
CREATE INDEX contact_mail_grams ON contact_copy USING gin (mail_grams);
CREATE INDEX contact_of_customer ON contact_copy USING btree (customer_id);
CREATE INDEX contact_of_mail ON contact_copy USING btree (mail) WHERE (mail IS NOT NULL);

create table conversation (
  request_id uuid not null,
  said jsonb not null,
  clarifications jsonb not null,
  told jsonb not null,
  asking boolean not null,
  version integer not null,
  dispute jsonb,
  constraint conversation_pkey PRIMARY KEY (request_id),
  constraint conversation_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(request_id)
);
CREATE INDEX conversation_asking ON conversation USING btree (request_id) WHERE asking;
CREATE INDEX conversation_disputed ON conversation USING btree (request_id) WHERE (dispute IS NOT NULL);

create table customer_copy (
  customer_id uuid not null,
  name text not null,
  terms jsonb not null,
  code text default ''::text not null,
  initials text default ''::text not null,
  industry text default ''::text not null,
  maintainer jsonb,
  initial_keys tsvector default ''::tsvector not null,
  search text generated always as (search_text(((name || ' '::text) || code))) stored,
  grams tsvector generated always as (search_grams(((name || ' '::text) || code))) stored,
  sequence bigint default 0 not null,
  constraint customer_copy_pkey PRIMARY KEY (customer_id)
);
CREATE INDEX customer_copy_grams ON customer_copy USING gin (grams);
CREATE INDEX customer_copy_initials ON customer_copy USING gin (initial_keys);

create table draft (
  draft_id uuid not null,
  person_id text not null,
  title text not null,
  envelope_id uuid,
  data jsonb not null,
  saved_at timestamptz not null,
  updated_at timestamptz not null,
  dropped_at timestamptz,
  version integer not null,
  constraint draft_pkey PRIMARY KEY (draft_id)
);
CREATE INDEX draft_dropped ON draft USING btree (dropped_at) WHERE (dropped_at IS NOT NULL);
CREATE INDEX draft_of_person ON draft USING btree (person_id, updated_at DESC) WHERE (dropped_at IS NULL);

create table envelope (
  envelope_id uuid not null,
  channel text not null,
  source text not null,
  source_key text,
  status text not null,
  needs text,
  received_at timestamptz(3) not null,
  stored_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  overdue boolean default false not null,
  sender jsonb not null,
  subject text,
  text text not null,
  attachments jsonb default '[]'::jsonb not null,
  found jsonb not null,
  call jsonb,
  taken_by jsonb,
  transcribed_by jsonb,
  version integer not null,
  quoted text,
  constraint envelope_pkey PRIMARY KEY (envelope_id),
  constraint envelope_source_source_key_key UNIQUE (source, source_key),
  constraint envelope_check CHECK ((status = 'waiting'::text) = (needs IS NOT NULL)),
  constraint envelope_needs_check CHECK (needs = ANY (ARRAY['sorting'::text, 'transcription'::text, 'call-back'::text])),
  constraint envelope_status_check CHECK (status = ANY (ARRAY['waiting'::text, 'settled'::text]))
);
CREATE INDEX envelope_newest ON envelope USING btree (received_at DESC, envelope_id DESC);
CREATE INDEX envelope_of_channel ON envelope USING btree (channel, received_at DESC, envelope_id DESC);
CREATE INDEX envelope_of_sender ON envelope USING btree (((sender ->> 'email'::text)), stored_at) WHERE (channel = 'email'::text);
CREATE INDEX envelope_taken ON envelope USING btree (((taken_by ->> 'personId'::text))) WHERE ((status = 'waiting'::text) AND (taken_by IS NOT NULL));
CREATE INDEX envelope_waiting ON envelope USING btree (needs, due_at, envelope_id) WHERE (status = 'waiting'::text);
CREATE INDEX envelope_waiting_newest ON envelope USING btree (received_at DESC, envelope_id DESC) WHERE (status = 'waiting'::text);
CREATE TRIGGER reopen_day_changed AFTER UPDATE OF status, channel, received_at ON envelope FOR EACH ROW WHEN ((LEAST(old.received_at, new.received_at) < (now() - '2 days'::interval))) EXECUTE FUNCTION reopen_day();
CREATE TRIGGER reopen_day_entered AFTER INSERT ON envelope FOR EACH ROW WHEN ((new.received_at < (now() - '2 days'::interval))) EXECUTE FUNCTION reopen_day();
CREATE TRIGGER reopen_day_removed AFTER DELETE ON envelope FOR EACH ROW WHEN ((old.received_at < (now() - '2 days'::interval))) EXECUTE FUNCTION reopen_day();

create table envelope_outcome (
  envelope_id uuid not null,
  type text not null,
  request_id uuid,
  number text,
  reason text,
  note text,
  settled_by jsonb not null,
  settled_at timestamptz(3) not null,
  constraint envelope_outcome_pkey PRIMARY KEY (envelope_id),
  constraint envelope_outcome_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(envelope_id),
  constraint envelope_outcome_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(request_id) DEFERRABLE INITIALLY DEFERRED,
  constraint envelope_outcome_check CHECK ((type = 'rejected'::text) = (reason IS NOT NULL)),
  constraint envelope_outcome_check1 CHECK ((type = 'rejected'::text) = (request_id IS NULL)),
  constraint envelope_outcome_check2 CHECK (type <> 'rejected'::text OR (settled_by ->> 'personId'::text) IS NOT NULL),
  constraint envelope_outcome_type_check CHECK (type = ANY (ARRAY['new-request'::text, 'joined'::text, 'rejected'::text]))
);
CREATE INDEX envelope_outcome_of_request ON envelope_outcome USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE TRIGGER reopen_day_resettled AFTER DELETE OR UPDATE OF envelope_id, type ON envelope_outcome FOR EACH ROW EXECUTE FUNCTION reopen_day_of_outcome();

create table equipment_copy (
  equipment_id uuid not null,
  customer_id uuid not null,
  site_id uuid not null,
  qr_token text not null,
  data jsonb not null,
  serial text generated always as (lower(regexp_replace(NORMALIZE(COALESCE((data ->> 'serialNumber'::text), ''::text), NFKC), '[^[:alnum:]]'::text, ''::text, 'g'::text))) stored,
  serial_grams tsvector generated always as (search_grams(regexp_replace(NORMALIZE(COALESCE((data ->> 'serialNumber'::text), ''::text), NFKC), '[^[:alnum:]]'::text, ''::text, 'g'::text))) stored,
  search text generated always as (search_text(((((((COALESCE((data ->> 'name'::text), ''::text) || ' '::text) || COALESCE((data ->> 'model'::text), ''::text)) || ' '::text) || COALESCE((data ->> 'serialNumber'::text), ''::text)) || ' '::text) || COALESCE((data ->> 'location'::text), ''::text)))) stored,
  sequence bigint default 0 not null,
  constraint equipment_copy_pkey PRIMARY KEY (equipment_id),
  constraint equipment_copy_qr_token_key UNIQUE (qr_token)
);
CREATE INDEX equipment_copy_at_site ON equipment_copy USING btree (site_id);
CREATE INDEX equipment_copy_of_customer ON equipment_copy USING btree (customer_id);
CREATE INDEX equipment_copy_serial ON equipment_copy USING btree (serial text_pattern_ops);
CREATE INDEX equipment_copy_serial_grams ON equipment_copy USING gin (serial_grams);

create unlogged table looking (
  subject text not null,
  subject_id uuid not null,
  person_id text not null,
  person_name text not null,
  editing boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  constraint looking_pkey PRIMARY KEY (subject, subject_id, person_id),
  constraint looking_subject_check CHECK (subject = ANY (ARRAY['request'::text, 'envelope'::text]))
);
CREATE INDEX looking_longest ON looking USING btree (seen_at);

create table mail_delivery (
  delivery_id text not null,
  sha256 text not null,
  envelope_id uuid not null,
  joined_to uuid,
  taken_at timestamptz(3) default clock_timestamp() not null,
  constraint mail_delivery_pkey PRIMARY KEY (delivery_id),
  constraint mail_delivery_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(envelope_id)
);

create table mailbox (
  mailbox text not null,
  validity text not null,
  up_to bigint not null,
  constraint mailbox_pkey PRIMARY KEY (mailbox)
);

create table mailbox_mail (
  mailbox text not null,
  validity text not null,
  number bigint not null,
  envelope_id uuid not null,
  stored_at timestamptz(3) default clock_timestamp() not null,
  constraint mailbox_mail_pkey PRIMARY KEY (mailbox, validity, number),
  constraint mailbox_mail_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES envelope(envelope_id)
);

create table promise_track (
  promise_id uuid not null,
  request_id uuid not null,
  state text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  sequence bigint default 0 not null,
  constraint promise_track_pkey PRIMARY KEY (promise_id)
);
CREATE INDEX promise_track_of_request ON promise_track USING btree (request_id);

create table request (
  request_id uuid not null,
  number text not null,
  status text not null,
  customer_id uuid,
  site_id uuid,
  equipment_id uuid,
  category text,
  phone text,
  received_at timestamptz not null,
  public_token text not null,
  joined_to uuid,
  report jsonb not null,
  answer jsonb,
  resolved_at timestamptz,
  closed_at timestamptz,
  search text not null,
  version integer not null,
  kind text default 'fault'::text not null,
  channel text generated always as ((report ->> 'channel'::text)) stored,
  subject text,
  details jsonb,
  missing text[] default '{}'::text[] not null,
  taken_by jsonb,
  completed jsonb default '[]'::jsonb not null,
  undone jsonb,
  live_key text,
  recurrence_of uuid,
  recurred_as uuid,
  verdict text,
  confirmation jsonb,
  referral jsonb,
  grams tsvector default ''::tsvector not null,
  due_at timestamptz,
  due_what text,
  disputed jsonb,
  constraint request_pkey PRIMARY KEY (request_id),
  constraint request_number_key UNIQUE (number),
  constraint request_public_token_key UNIQUE (public_token),
  constraint request_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES request(request_id),
  constraint request_recurred_as_fkey FOREIGN KEY (recurred_as) REFERENCES request(request_id) DEFERRABLE INITIALLY DEFERRED,
  constraint request_recurrence_of_fkey FOREIGN KEY (recurrence_of) REFERENCES request(request_id),
  constraint request_check CHECK ((status = 'joined'::text) = (joined_to IS NOT NULL)),
  constraint request_check1 CHECK (kind <> 'fault'::text OR customer_id IS NOT NULL AND site_id IS NOT NULL AND category IS NOT NULL),
  constraint request_kind_check CHECK (kind = ANY (ARRAY['fault'::text, 'consultation'::text, 'complaint'::text, 'suggestion'::text, 'performance'::text, 'how-to'::text, 'status'::text, 'upgrade'::text])),
  constraint request_status_check CHECK (status = ANY (ARRAY['received'::text, 'responded'::text, 'joined'::text, 'resolved'::text, 'closed'::text])),
  constraint request_verdict_check CHECK (verdict = ANY (ARRAY['effective'::text, 'not-effective'::text]))
);
CREATE INDEX request_at_site ON request USING btree (site_id, received_at DESC, request_id DESC);
CREATE INDEX request_by_phone ON request USING btree (phone, received_at DESC, request_id DESC);
CREATE INDEX request_by_status ON request USING btree (status, received_at DESC, request_id DESC);
CREATE INDEX request_grams ON request USING gin (grams);
CREATE INDEX request_joined ON request USING btree (joined_to) WHERE (joined_to IS NOT NULL);
CREATE UNIQUE INDEX request_live_key ON request USING btree (live_key) WHERE (status = ANY (ARRAY['received'::text, 'responded'::text]));
CREATE INDEX request_new ON request USING btree (received_at) WHERE ((answer IS NULL) AND (status = ANY (ARRAY['received'::text, 'joined'::text])) AND (taken_by IS NULL));
CREATE INDEX request_newest ON request USING btree (received_at DESC, request_id DESC);
CREATE INDEX request_number_end ON request USING btree (reverse(number) text_pattern_ops);
CREATE INDEX request_of_channel ON request USING btree (channel, received_at DESC, request_id DESC);
CREATE INDEX request_of_customer ON request USING btree (customer_id, received_at DESC, request_id DESC);
CREATE INDEX request_of_equipment ON request USING btree (equipment_id, received_at DESC, request_id DESC);
CREATE INDEX request_of_kind ON request USING btree (kind, received_at DESC, request_id DESC);
CREATE INDEX request_of_line ON request USING btree (COALESCE((report ->> 'serviceLine'::text), 'response'::text), received_at DESC, request_id DESC) WHERE (kind <> 'fault'::text);
CREATE INDEX request_open_at_site ON request USING btree (site_id) WHERE (status = ANY (ARRAY['received'::text, 'responded'::text]));
CREATE INDEX request_open_enquiry ON request USING btree (kind, category, received_at) WHERE ((kind <> 'fault'::text) AND (status = ANY (ARRAY['received'::text, 'responded'::text])));
CREATE INDEX request_open_of_customer ON request USING btree (customer_id, received_at DESC) WHERE (status = ANY (ARRAY['received'::text, 'responded'::text]));
CREATE INDEX request_open_of_mail ON request USING btree (lower((report #>> '{reportedBy,email}'::text[]))) WHERE (status = ANY (ARRAY['received'::text, 'responded'::text]));
CREATE INDEX request_phone_begin ON request USING btree (phone text_pattern_ops);
CREATE INDEX request_phone_end ON request USING btree (reverse(phone) text_pattern_ops);
CREATE INDEX request_recurrence ON request USING btree (recurrence_of) WHERE (recurrence_of IS NOT NULL);
CREATE INDEX request_referred ON request USING btree (((referral ->> 'questionId'::text))) WHERE (referral IS NOT NULL);
CREATE INDEX request_resolved_at_site ON request USING btree (site_id, resolved_at DESC) WHERE (resolved_at IS NOT NULL);
CREATE INDEX request_taken ON request USING btree (((taken_by ->> 'personId'::text))) WHERE ((taken_by IS NOT NULL) AND (status <> 'closed'::text));
CREATE INDEX request_to_confirm ON request USING btree (received_at) WHERE ((status = 'resolved'::text) OR ((kind <> 'fault'::text) AND (status = 'responded'::text)));
CREATE INDEX request_unanswered ON request USING btree (received_at) WHERE ((answer IS NULL) AND (status = ANY (ARRAY['received'::text, 'joined'::text])));
CREATE INDEX request_unclear ON request USING btree (received_at) WHERE ((missing <> '{}'::text[]) AND (status = ANY (ARRAY['received'::text, 'responded'::text])));

create table request_track (
  request_id uuid not null,
  holder text,
  held_since timestamptz,
  order_id uuid,
  order_number text,
  order_status text,
  order_sequence bigint default 0 not null,
  holder_sequence bigint default 0 not null,
  constraint request_track_pkey PRIMARY KEY (request_id)
);

create table roster_watch (
  roster_id uuid not null,
  told jsonb not null,
  version integer not null,
  constraint roster_watch_pkey PRIMARY KEY (roster_id)
);

create table routing_edition (
  version integer not null,
  lines jsonb not null,
  by jsonb,
  reason text,
  at timestamptz(3) not null,
  constraint routing_edition_pkey PRIMARY KEY (version),
  constraint routing_edition_lines_check CHECK (jsonb_array_length(lines) > 0),
  constraint routing_edition_version_check CHECK (version > 0)
);

create table saved_filter (
  filter_id uuid not null,
  person_id text not null,
  person_name text not null,
  name text not null,
  queue text not null,
  query text not null,
  shared boolean not null,
  constraint saved_filter_pkey PRIMARY KEY (filter_id),
  constraint saved_filter_person_id_name_key UNIQUE (person_id, name)
);
CREATE INDEX saved_filter_shared ON saved_filter USING btree (name) WHERE shared;

create table shift (
  shift_id uuid not null,
  plan_id uuid not null,
  status text not null,
  kind text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  people jsonb not null,
  handed_over jsonb,
  version integer not null,
  changed jsonb,
  swap_id uuid,
  constraint shift_pkey PRIMARY KEY (shift_id),
  constraint shift_check CHECK (ends_at > starts_at AND ends_at <= (starts_at + '24:00:00'::interval)),
  constraint shift_check1 CHECK ((status = 'handed-over'::text) = (handed_over IS NOT NULL)),
  constraint shift_kind_check CHECK (kind = ANY (ARRAY['day'::text, 'night'::text, 'holiday'::text])),
  constraint shift_people_check CHECK (jsonb_array_length(people) > 0),
  constraint shift_status_check CHECK (status = ANY (ARRAY['planned'::text, 'handed-over'::text, 'cancelled'::text]))
);
CREATE INDEX shift_by_start ON shift USING btree (starts_at, shift_id) WHERE (status <> 'cancelled'::text);
CREATE INDEX shift_of_plan ON shift USING btree (plan_id);
CREATE INDEX shift_of_swap ON shift USING btree (swap_id) WHERE (swap_id IS NOT NULL);

create table site_copy (
  site_id uuid not null,
  customer_id uuid not null,
  name text not null,
  address text not null,
  territory text not null,
  initial_keys tsvector default ''::tsvector not null,
  search text generated always as (search_text(((name || ' '::text) || address))) stored,
  grams tsvector generated always as (search_grams(((name || ' '::text) || address))) stored,
  sequence bigint default 0 not null,
  constraint site_copy_pkey PRIMARY KEY (site_id)
);
CREATE INDEX site_copy_grams ON site_copy USING gin (grams);
CREATE INDEX site_copy_initials ON site_copy USING gin (initial_keys);
CREATE INDEX site_copy_of_customer ON site_copy USING btree (customer_id);

create table suggestion_count (
  year integer not null,
  last integer not null,
  constraint suggestion_count_pkey PRIMARY KEY (year)
);

create table timeline_entry (
  event_id uuid not null,
  request_id uuid not null,
  at timestamptz not null,
  department text not null,
  type text not null,
  by text,
  detail jsonb not null,
  constraint timeline_entry_pkey PRIMARY KEY (event_id)
);
CREATE INDEX timeline_of_request ON timeline_entry USING btree (request_id, at, event_id);

create table told_promise (
  promise_id uuid not null,
  request_id uuid not null,
  due_at timestamptz(3) not null,
  done_at timestamptz(3),
  constraint told_promise_pkey PRIMARY KEY (promise_id),
  constraint told_promise_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(request_id)
);
CREATE INDEX told_promise_due ON told_promise USING btree (due_at, promise_id) WHERE (done_at IS NULL);
