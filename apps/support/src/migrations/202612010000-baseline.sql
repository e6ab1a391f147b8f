-- What engineers ask technical support, the knowledge base, and the questions of the hotline.

create sequence support_number;

create table support_request (
  support_request_id uuid primary key,
  number text not null unique,
  status text not null check (status in ('raised', 'accepted', 'answered')),
  order_id uuid not null,
  request_id uuid not null,
  raised_by_id text not null,
  asked jsonb not null,
  accepted_by jsonb,
  accepted_at timestamptz,
  answer text,
  answered_at timestamptz,
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  version int not null,
  check ((status = 'raised') = (accepted_by is null)),
  check ((accepted_by is null) = (accepted_at is null)),
  check ((status = 'answered') = (answer is not null)),
  check ((answer is null) = (answered_at is null))
);
create index support_request_most_urgent on support_request (step, urgency, support_request_id);
create index support_request_of_order on support_request (order_id, step, urgency, support_request_id);
create index support_request_of_request on support_request (request_id, step, urgency, support_request_id);
create index support_request_raised_by on support_request (raised_by_id, step, urgency, support_request_id);

create table article (
  article_id uuid primary key,
  state text not null check (state in ('published', 'withdrawn')),
  edition int not null check (edition > 0),
  category text not null,
  text jsonb not null,
  owner text not null,
  question_id uuid,
  review_by date not null,
  published_at timestamptz not null,
  withdrawn jsonb,
  -- One width, one case: what a search compares.
  search text not null,
  version int not null,
  check ((state = 'withdrawn') = (withdrawn is not null))
);
create index article_newest on article (published_at desc, article_id);
create index article_of_category on article (category, published_at desc, article_id);
create unique index article_of_question on article (question_id);

-- Drawn from in the transaction that uses the number, so that there are no gaps.
create table question_number (year int primary key, last int not null);

create table question (
  question_id uuid primary key,
  number text not null unique,
  request_id uuid not null,
  status text not null check (status in ('referred', 'declined', 'to-rule', 'accepted', 'answered', 'closed')),
  department text not null,
  told jsonb not null,
  hand_off jsonb not null,
  declines jsonb not null,
  ruled boolean not null,
  taken_up jsonb,
  taken_up_by text,
  answer jsonb,
  knowledge jsonb,
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  version int not null,
  check ((status in ('accepted', 'answered', 'closed')) = (taken_up is not null)),
  check ((taken_up is null) = (taken_up_by is null)),
  check ((status in ('answered', 'closed')) = (answer is not null)),
  check ((status = 'closed') = (knowledge is not null))
);
create index question_most_urgent on question (step, urgency, question_id);
create index question_of_department on question (department, step, urgency, question_id);
create index question_of_request on question (request_id);
