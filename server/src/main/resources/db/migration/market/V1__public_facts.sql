create schema if not exists market;

-- One reading of a series for a period: who says so, and when we were told.
create table market.edition (
    series       text        not null,
    period       text        not null,
    source       text        not null,
    as_of        date        not null,
    retrieved_at timestamptz not null,
    -- When the source was last seen to say the same.
    confirmed_at timestamptz not null,
    facts        bigint      not null,
    primary key (series, period)
);

create table market.fact (
    series   text             not null,
    period   text             not null,
    subject  text             not null,
    city     text             not null default '',
    district text             not null default '',
    value    double precision not null,
    primary key (series, period, subject, city, district),
    foreign key (series, period) references market.edition (series, period) on delete cascade
);

-- Grows with every change, so that every instance knows when to read again.
create table market.version (
    alone   boolean primary key default true check (alone),
    version bigint  not null
);

insert into market.version (version) values (0);
