-- Under these keys cases meet whose words are nearly the same; only of cases that have no day, no shop
-- and no outcome, since the others meet by their figures.
create table casebook.wording_bands (
    band         bigint not null,
    precedent_id uuid   not null,
    primary key (band, precedent_id)
);
