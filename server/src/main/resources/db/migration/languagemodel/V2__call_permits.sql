-- The calls that all processes together began within the last minute; older rows go.
create table languagemodel.call_permit (
    id bigint generated always as identity primary key,
    taken_at timestamptz not null,
    owner uuid
);
create index on languagemodel.call_permit (taken_at);
