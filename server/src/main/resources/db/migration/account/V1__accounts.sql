create schema if not exists account;

create table account.account (
    id uuid primary key,
    email text not null,
    name text not null,
    password text not null,
    role text not null check (role in ('OWNER', 'OPERATOR')),
    created_at timestamptz not null
);
create unique index on account.account (lower(email));

-- What was agreed to, in which wording, and when.
create table account.consent (
    account_id uuid not null references account.account on delete cascade,
    purpose text not null,
    version text not null,
    given_at timestamptz not null,
    primary key (account_id, purpose, version)
);

create table account.token (
    id uuid primary key,
    account_id uuid not null references account.account on delete cascade,
    name text not null,
    digest bytea not null unique,
    created_at timestamptz not null
);
create index on account.token (account_id);

create table account.password_reset (
    digest bytea primary key,
    account_id uuid not null references account.account on delete cascade,
    expires_at timestamptz not null
);
create index on account.password_reset (account_id);
