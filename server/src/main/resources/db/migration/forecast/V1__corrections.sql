create schema if not exists forecast;

-- What was expected of a closed event's plan before its outcome was learned, and after; the latter
-- is null until then.
create table forecast.correction (
    event_id uuid primary key,
    owner_id uuid not null,
    participants_before int not null,
    roi_before int not null,
    version_before text not null,
    participants_after int,
    roi_after int,
    version_after text
);
create index on forecast.correction (owner_id);
