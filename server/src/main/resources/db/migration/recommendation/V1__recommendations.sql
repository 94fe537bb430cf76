create schema if not exists recommendation;

create table recommendation.recommendation (
    id uuid primary key,
    account_id uuid not null,
    -- The first of those that followed from each other by recommending again.
    chain_id uuid not null,
    store_id uuid,
    store_name text,
    purpose text not null,
    start_date date not null,
    titles text[] not null,
    answer jsonb not null,
    chosen_option text,
    event_id uuid,
    chosen_at timestamptz,
    rejected_at timestamptz,
    rejected_reason text,
    created_at timestamptz not null
);

create index recommendation_of_account on recommendation.recommendation (account_id, created_at desc, id desc);
create index recommendation_of_chain on recommendation.recommendation (chain_id);
