create schema if not exists event;

-- An owner's event. owner_id, store_id and recommendation_id point into schemas of other modules; a
-- store may be gone while its events stay. winners is null when everyone who takes part gets the
-- prize. completed_on is that of the outcome that counts.
create table event.store_event (
    id uuid primary key,
    owner_id uuid not null,
    store_id uuid,
    recommendation_id uuid not null,
    slot text not null,
    title text not null check (char_length(title) <= 100),
    prize text not null check (char_length(prize) <= 50),
    participation text not null check (char_length(participation) <= 200),
    winners int check (winners > 0),
    cost bigint not null check (cost > 0),
    start_date date not null,
    end_date date not null,
    purpose text not null,
    channel text not null,
    industry text not null,
    business_type text not null,
    city text,
    district text,
    season text not null,
    prediction jsonb not null,
    original_prediction jsonb not null,
    expected_roi int not null generated always as ((prediction ->> 'roi')::int) stored,
    status text not null check (status in ('DRAFT', 'RUNNING', 'CLOSED', 'CANCELLED')),
    completed_on date,
    created_at timestamptz not null,
    check (end_date >= start_date),
    check ((status = 'CLOSED') = (completed_on is not null))
);
create index on event.store_event (owner_id, created_at desc, id desc);
create index on event.store_event (owner_id, completed_on desc) where completed_on is not null;
create index on event.store_event (owner_id, end_date) where status in ('DRAFT', 'RUNNING');

create table event.edit (
    event_id uuid not null references event.store_event on delete cascade,
    number int not null,
    field text not null,
    old_value text,
    new_value text,
    edited_at timestamptz not null,
    primary key (event_id, number)
);

-- What an owner told came of an event. The highest revision counts, the others are history.
create table event.outcome (
    event_id uuid not null references event.store_event on delete cascade,
    revision int not null,
    participants int not null check (participants >= 0),
    cost bigint not null check (cost > 0),
    roi int not null check (roi >= -100),
    revenue bigint check (revenue >= 0),
    outlets jsonb not null,
    completed_on date not null,
    measured_by text not null check (measured_by in ('TILL', 'COUNT', 'GUESS')),
    recorded_at timestamptz not null,
    primary key (event_id, revision)
);
