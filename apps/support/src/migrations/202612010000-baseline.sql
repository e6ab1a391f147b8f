-- What engineers ask technical support, the knowledge base, and the questions of the hotline.

create sequence support_number;

create table support_request (
  support_request_id uuid primary key,
  number text not null unique,
  status text not null check (status in ('raised', 'accepted', 'answered')),
  order_id uuid not null,
  request_id uuid not null,
  raised_by_id text not null,
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  record jsonb not null,
  version int not null,
  check ((status = 'raised') = (record -> 'takenUp' is null)),
  check ((status = 'answered') = (record -> 'advice' is not null))
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
  question_id uuid,
  review_by date not null,
  published_at timestamptz not null,
  -- One width, one case: what a search compares.
  search text not null,
  record jsonb not null,
  version int not null,
  check ((state = 'withdrawn') = (record -> 'withdrawal' is not null))
);
create index article_newest on article (published_at desc, article_id);
create index article_of_category on article (category, published_at desc, article_id);
create unique index article_of_question on article (question_id);

-- Drawn from in the transaction that uses the number, so that there are no gaps.
create table paper_number (kind text not null, year int not null, last int not null, primary key (kind, year));

create table question (
  question_id uuid primary key,
  number text not null unique,
  request_id uuid not null,
  status text not null check (status in ('referred', 'declined', 'to-rule', 'accepted', 'answered', 'closed')),
  department text not null,
  -- Of the request: a question about a complaint is not for everybody.
  kind text not null,
  taken_up_by text,
  -- Its place in the list: first by step, within a step by urgency.
  step int not null,
  urgency bigint not null,
  record jsonb not null,
  version int not null,
  check ((status in ('accepted', 'answered', 'closed')) = (record -> 'takenUp' is not null)),
  check ((record -> 'takenUp' is null) = (taken_up_by is null)),
  check ((status in ('answered', 'closed')) = (record -> 'answer' is not null)),
  check ((status = 'closed') = (record -> 'knowledge' is not null))
);
create index question_most_urgent on question (step, urgency, question_id);
create index question_of_department on question (department, step, urgency, question_id);
create index question_of_request on question (request_id);
