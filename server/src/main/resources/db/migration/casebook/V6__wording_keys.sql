-- Where bare cases meet those of nearly their words, and up to which change of the book that is
-- known. Both follow from the book and are made again from it, so neither is worth a log: PostgreSQL
-- empties them together after a crash and on a promoted standby, and the next collection or import
-- fills them.
drop table casebook.wording_bands;

create unlogged table casebook.wording_keys (
    precedent_id uuid   not null,
    -- Without spaces: tells most of those who meet apart before their words are read.
    prize        text   not null,
    key_1        bigint not null,
    key_2        bigint not null,
    key_3        bigint not null,
    key_4        bigint not null,
    key_5        bigint not null,
    key_6        bigint not null,
    key_7        bigint not null,
    key_8        bigint not null
);

create index on casebook.wording_keys (key_1);
create index on casebook.wording_keys (key_2);
create index on casebook.wording_keys (key_3);
create index on casebook.wording_keys (key_4);
create index on casebook.wording_keys (key_5);
create index on casebook.wording_keys (key_6);
create index on casebook.wording_keys (key_7);
create index on casebook.wording_keys (key_8);

create unlogged table casebook.wording_reach (
    only_row boolean primary key default true check (only_row),
    sequence bigint  not null
);
