-- What the money is meant for, line by line: [{"name": "...", "amount": {"amount": 152000}}]. Empty for
-- events chosen before owners could say.
alter table event.store_event add column cost_items jsonb not null default '[]';
