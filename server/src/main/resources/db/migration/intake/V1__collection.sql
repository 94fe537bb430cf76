create schema if not exists intake;

create table intake.run (
    id             uuid        primary key,
    number         bigint      generated always as identity unique,
    trigger        text        not null,
    status         text        not null,
    -- The night it belongs to, for scheduled runs: whichever instance is first starts it.
    night          date        unique,
    stop_requested boolean     not null default false,
    started_at     timestamptz not null,
    ended_at       timestamptz
);

-- One run at a time, whoever starts it.
create unique index run_alone on intake.run ((true)) where status = 'RUNNING';

create table intake.step (
    run_id        uuid        not null references intake.run (id) on delete cascade,
    position      integer     not null,
    name          text        not null,
    source        text        not null,
    status        text        not null,
    counts        jsonb       not null default '{}',
    done          bigint      not null default 0,
    total         bigint,
    -- Where this stretch of work began: the rate counts from here, not from before a stop.
    resumed_at    timestamptz,
    resumed_done  bigint      not null default 0,
    worked_at     timestamptz,
    started_at    timestamptz,
    ended_at      timestamptz,
    fault         text,
    note          text,
    primary key (run_id, position)
);

create table intake.refusal (
    id      bigint      generated always as identity primary key,
    run_id  uuid        not null references intake.run (id) on delete cascade,
    step    text        not null,
    source  text        not null,
    reason  text        not null,
    subject text        not null,
    amount  bigint      not null,
    at      timestamptz not null
);

create index refusal_run on intake.refusal (run_id, id);

-- How a source stands, whatever run it was: where reading goes on, when it last went well.
create table intake.source (
    source       text        primary key,
    cursor       jsonb,
    attempted_at timestamptz,
    succeeded_at timestamptz,
    fault        text,
    problem      text,
    preview      jsonb       not null default '[]',
    preview_at   timestamptz
);

-- Calls spent in a window of time, such as a day or a month in Seoul.
create table intake.quota (
    source       text    not null,
    window_name  text    not null,
    window_start date    not null,
    used         bigint  not null,
    -- The provider itself said that no more is allowed.
    exhausted    boolean not null default false,
    primary key (source, window_name, window_start)
);

-- Hashtags asked for: 30 different ones in seven days, and asking again inside them is free.
create table intake.hashtag (
    tag      text        primary key,
    node     text        not null,
    asked_at timestamptz not null
);

create table intake.hashtag_week (
    tag      text   not null,
    week     date   not null,
    posts    bigint not null,
    likes    bigint not null,
    comments bigint not null,
    primary key (tag, week)
);

-- A text from a source. Its words are here only until they were read; what stays is that it is known.
create table intake.item (
    id         uuid        primary key,
    source     text        not null,
    query      text        not null,
    link       text        not null,
    written_on date,
    title      text,
    body       text,
    -- WAITING or READ.
    state      text        not null,
    seen_at    timestamptz not null
);

create index item_waiting on intake.item (source, id) where state = 'WAITING';
create index item_days on intake.item (source, query, written_on);

create table intake.candidate (
    id        uuid  primary key,
    item_id   uuid  not null references intake.item (id) on delete cascade,
    source    text  not null,
    -- The case as it will be stored; emptied once it was.
    content   jsonb,
    confidence double precision not null,
    -- WAITING, STORED, DUPLICATE or REFUSED.
    state     text  not null
);

create index candidate_waiting on intake.candidate (source, id) where state = 'WAITING';

-- Public figures on their way to the market, complete per part or not there at all.
create table intake.figure (
    source    text             not null,
    edition   text             not null,
    part      text             not null,
    series    text             not null,
    subject   text             not null,
    city      text             not null default '',
    district  text             not null default '',
    period    text             not null,
    value     double precision not null,
    primary key (source, edition, part, series, subject, city, district, period)
);
