-- Which edition of its index the book wants: one more means that every instance fills a new one
-- beside the one that serves.
alter table casebook.identity add column edition integer not null default 1;

-- A case may be refused by one embedding model and not by another.
alter table casebook.set_aside drop constraint set_aside_pkey;
alter table casebook.set_aside add primary key (precedent_id, model);
