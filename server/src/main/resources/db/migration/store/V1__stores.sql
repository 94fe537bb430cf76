create schema if not exists store;

-- owner_id is an account's; accounts live in a schema of their own. city and district are null until
-- the address could be placed.
create table store.store (
    id uuid primary key,
    owner_id uuid not null,
    name text not null,
    industry text not null check (industry in ('FOOD', 'RETAIL', 'SERVICE', 'LODGING', 'OTHER')),
    business_type_text text not null,
    business_type text not null,
    address text not null,
    city text,
    district text,
    opening_hours text,
    registration_number char(10),
    margin_percent int not null check (margin_percent between 1 and 100),
    created_at timestamptz not null,
    check (city is not null or district is null)
);
create index on store.store (owner_id, created_at, id);
