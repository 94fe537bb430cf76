create schema if not exists platform;

-- The two tables of Spring Session.
create table platform.session (
    primary_id char(36) primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index on platform.session (expiry_time);
create index on platform.session (principal_name);

create table platform.session_attributes (
    session_primary_id char(36) not null references platform.session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Answers to requests with an Idempotency-Key; status is null while the first is being worked on.
create table platform.idempotent_answer (
    account_id uuid not null,
    key text not null,
    request_digest bytea not null,
    started_at timestamptz not null,
    status int,
    content_type text,
    location text,
    body bytea,
    primary key (account_id, key)
);
create index on platform.idempotent_answer (started_at);
