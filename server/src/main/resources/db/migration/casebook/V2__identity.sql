-- Tells this book from any other, so that an index made from another database is not mistaken for
-- one of this book.
create table casebook.identity (
    only_row boolean primary key default true check (only_row),
    book     uuid    not null
);

insert into casebook.identity (book) values (gen_random_uuid());
