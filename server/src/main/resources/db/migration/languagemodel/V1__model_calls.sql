create schema if not exists languagemodel;

create table languagemodel.model_call (
    id                 uuid primary key,
    started_at         timestamptz not null,
    task               text not null,
    model              text not null,
    ending             text not null,
    stop_reason        text,
    request_id         text,
    input_tokens       bigint not null,
    cache_write_tokens bigint not null,
    cache_read_tokens  bigint not null,
    output_tokens      bigint not null,
    estimated          boolean not null,
    micro_usd          bigint not null,
    cost_krw           bigint not null,
    first_token_millis bigint,
    total_millis       bigint not null
);

create index model_call_started_at on languagemodel.model_call (started_at);
