create schema if not exists casebook;

-- Every write takes the next number while it holds the book's writer lock, so numbers become visible
-- in their order and a reader that continues from the last one it saw misses nothing.
create sequence casebook.changes;

create table casebook.precedents (
    id             uuid        primary key,
    origin         text        not null,
    title          text        not null,
    prize          text        not null,
    participation  text        not null,
    industry       text        not null,
    business_type  text        not null,
    city           text,
    district       text,
    held_on        date,
    season         text,
    purpose        text,
    channel        text,
    cost           bigint,
    participants   integer,
    roi            integer,
    grade          text        not null,
    store_key      text,
    owner          uuid,
    source         text        not null,
    -- The content after normalisation: equal digests are the same case.
    digest         uuid        not null unique,
    -- Everything but the wording: rows that differ here are never duplicates.
    figures_digest uuid        not null,
    -- The import that brought it.
    import_id      uuid,
    -- Of an owner's event: which correction of the outcome this is.
    revision       integer     not null default 0,
    -- Why it stays in the book but is not used.
    exclusion      text,
    sequence       bigint      not null unique,
    created_at     timestamptz not null
);

create index precedents_figures on casebook.precedents (figures_digest);
create index precedents_owner on casebook.precedents (owner) where owner is not null;
create index precedents_own on casebook.precedents (industry, business_type) where origin = 'OWN';
create index precedents_import on casebook.precedents (import_id) where import_id is not null;

-- What could not be embedded or indexed, and why; tried again by a rebuild.
create table casebook.set_aside (
    precedent_id uuid        primary key references casebook.precedents (id) on delete cascade,
    model        text        not null,
    reason       text        not null,
    set_aside_at timestamptz not null
);
