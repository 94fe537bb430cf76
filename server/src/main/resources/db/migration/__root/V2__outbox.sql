-- What an outbox needs beyond a registry: an order, when to try again, what went wrong, and what
-- was handed to the queue.
alter table event_publication
    add column seq bigint generated always as identity,
    add column order_key text,
    add column attempts int not null default 0,
    add column due_at timestamptz not null default now(),
    add column sent_at timestamptz,
    add column failure text,
    add column dead_at timestamptz;
create index event_publication_due on event_publication (seq) where dead_at is null;
create index event_publication_order on event_publication (order_key, listener_id, seq)
    where order_key is not null;
