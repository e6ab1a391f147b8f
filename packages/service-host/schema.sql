-- What every service keeps, besides packages/messaging/schema.sql. Written by `npm run schema:write`; nothing runs it.

create table readiness (
  service text not null,
  at timestamptz not null,
  constraint readiness_pkey PRIMARY KEY (service)
);
