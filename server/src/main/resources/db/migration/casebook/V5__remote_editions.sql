-- Editions of an index that all instances share. How far one holds the book stands here and not in
-- the service, which shows its own writes only after a while.
create table casebook.remote_editions (
    index_name text        not null,
    edition    text        not null,
    dimensions integer     not null,
    up_to      bigint      not null default 0,
    begun_at   timestamptz not null,
    whole_at   timestamptz,
    primary key (index_name, edition)
);
