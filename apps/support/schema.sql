-- What support keeps, besides the schema.sql of packages/messaging and packages/service-host. Written by `npm run schema:write`; nothing runs it.

create sequence support_number as bigint start with 1 increment by 1;

create table article (
  article_id uuid not null,
  state text not null,
  edition integer not null,
  category text not null,
  question_id uuid,
  review_by date not null,
  published_at timestamptz not null,
  search text not null,
  record jsonb not null,
  version integer not null,
  constraint article_pkey PRIMARY KEY (article_id),
  constraint article_check CHECK ((state = 'withdrawn'::text) = ((record -> 'withdrawal'::text) IS NOT NULL)),
  constraint article_edition_check CHECK (edition > 0),
  constraint article_state_check CHECK (state = ANY (ARRAY['published'::text, 'withdrawn'::text]))
);
CREATE INDEX article_newest ON article USING btree (published_at DESC, article_id);
CREATE INDEX article_of_category ON article USING btree (category, published_at DESC, article_id);
CREATE UNIQUE INDEX article_of_question ON article USING btree (question_id);

create table paper_number (
  kind text not null,
  year integer not null,
  last integer not null,
  constraint paper_number_pkey PRIMARY KEY (kind, year)
);

create table question (
  question_id uuid not null,
  number text not null,
  request_id uuid not null,
  status text not null,
  department text not null,
  kind text not null,
  taken_up_by text,
  step integer not null,
  urgency bigint not null,
  record jsonb not null,
  version integer not null,
  constraint question_pkey PRIMARY KEY (question_id),
  constraint question_number_key UNIQUE (number),
  constraint question_check CHECK ((status = ANY (ARRAY['accepted'::text, 'answered'::text, 'closed'::text])) = ((record -> 'takenUp'::text) IS NOT NULL)),
  constraint question_check1 CHECK (((record -> 'takenUp'::text) IS NULL) = (taken_up_by IS NULL)),
  constraint question_check2 CHECK ((status = ANY (ARRAY['answered'::text, 'closed'::text])) = ((record -> 'answer'::text) IS NOT NULL)),
  constraint question_check3 CHECK ((status = 'closed'::text) = ((record -> 'knowledge'::text) IS NOT NULL)),
  constraint question_status_check CHECK (status = ANY (ARRAY['referred'::text, 'declined'::text, 'to-rule'::text, 'accepted'::text, 'answered'::text, 'closed'::text]))
);
CREATE INDEX question_most_urgent ON question USING btree (step, urgency, question_id);
CREATE INDEX question_of_department ON question USING btree (department, step, urgency, question_id);
CREATE INDEX question_of_request ON question USING btree (request_id);

create table support_request (
  support_request_id uuid not null,
  number text not null,
  status text not null,
  order_id uuid not null,
  request_id uuid not null,
  raised_by_id text not null,
  step integer not null,
  urgency bigint not null,
  record jsonb not null,
  version integer not null,
  constraint support_request_pkey PRIMARY KEY (support_request_id),
  constraint support_request_number_key UNIQUE (number),
  constraint support_request_check CHECK ((status = 'raised'::text) = ((record -> 'takenUp'::text) IS NULL)),
  constraint support_request_check1 CHECK ((status = 'answered'::text) = ((record -> 'advice'::text) IS NOT NULL)),
  constraint support_request_status_check CHECK (status = ANY (ARRAY['raised'::text, 'accepted'::text, 'answered'::text]))
);
CREATE INDEX support_request_most_urgent ON support_request USING btree (step, urgency, support_request_id);
CREATE INDEX support_request_of_order ON support_request USING btree (order_id, step, urgency, support_request_id);
CREATE INDEX support_request_of_request ON support_request USING btree (request_id, step, urgency, support_request_id);
CREATE INDEX support_request_raised_by ON support_request USING btree (raised_by_id, step, urgency, support_request_id);
