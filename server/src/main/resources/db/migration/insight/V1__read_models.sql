create schema if not exists insight;

-- Adds two lists place by place; the shorter one counts as filled up with zeros.
create function insight.plus(bigint[], bigint[]) returns bigint[]
    language sql immutable parallel safe
    return (select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by place), '{}')
            from unnest($1, $2) with ordinality as u (a, b, place));

-- One recommendation and what became of it. Facts may come in any order: until the one that says
-- what was shown is here, the row is not known and counts nowhere. day is the business day of
-- Asia/Seoul on which it was shown.
create table insight.answer (
    id uuid primary key,
    shown_at timestamptz,
    day date,
    millis int not null default 0,
    cost_krw int not null default 0,
    saved_krw int not null default 0,
    known boolean not null default false,
    degraded boolean not null default false,
    rate_limited boolean not null default false,
    edited boolean not null default false,
    regenerated boolean not null default false,
    abandoned boolean not null default false,
    service text,
    industry text,
    city text,
    engine text,
    prompt_version text,
    model text,
    chosen_slot text
);

-- Sums of a business day for every combination of industry, city, engine and prompt version,
-- '*' standing for all: any filter finds one row a day. millis counts answers by class of their
-- duration, see LogHistogram.
create table insight.answer_day (
    industry text not null,
    city text not null,
    engine text not null,
    prompt_version text not null,
    day date not null,
    answers bigint not null,
    failed bigint not null,
    hits bigint not null,
    joined bigint not null,
    degraded bigint not null,
    rate_limited bigint not null,
    slow bigint not null,
    chosen bigint not null,
    edited bigint not null,
    regenerated bigint not null,
    abandoned bigint not null,
    millis_sum bigint not null,
    cost_krw bigint not null,
    saved_krw bigint not null,
    classes bigint[] not null,
    primary key (industry, city, engine, prompt_version, day)
) with (fillfactor = 70);
create index on insight.answer_day (day);

-- What an owner did about a recommendation, beside what was shown where: the figures of the six
-- plans in the order of their places.
create table insight.feedback (
    recommendation_id uuid not null,
    kind text not null check (kind in ('chosen', 'edited', 'regenerated', 'abandoned')),
    at timestamptz not null,
    day date not null,
    details text[] not null,
    shown_costs int[] not null,
    shown_rois int[] not null,
    shown_participants int[] not null,
    primary key (recommendation_id, kind)
);

-- How often on a day: which place was chosen, which field edited, which reason given.
create table insight.feedback_day (
    day date not null,
    kind text not null,
    detail text not null,
    feedbacks bigint not null,
    primary key (day, kind, detail)
);

-- Predicted against actual, one row per closed event. owner_id goes and store_key changes when the
-- account is deleted.
create table insight.outcome (
    event_id uuid primary key,
    recommendation_id uuid not null,
    owner_id uuid,
    store_key uuid not null,
    revision int not null,
    day date not null,
    industry text not null,
    business_type text not null,
    city text not null,
    district text,
    engine text not null,
    prompt_version text not null,
    slot text not null,
    purpose text not null,
    grade text not null,
    cost bigint not null,
    participants int not null,
    participants_predicted int not null,
    participants_low int not null,
    participants_high int not null,
    roi int not null,
    roi_predicted int not null,
    roi_low int not null,
    roi_high int not null
);
create index on insight.outcome (recommendation_id);
create index on insight.outcome (owner_id);
create index on insight.outcome (day desc, event_id);
create index on insight.outcome (industry, business_type, day);

create table insight.outcome_day (
    industry text not null,
    city text not null,
    engine text not null,
    prompt_version text not null,
    day date not null,
    outcomes bigint not null,
    zero_roi bigint not null,
    roi_close bigint not null,
    roi_within bigint not null,
    participants_within bigint not null,
    classes bigint[] not null,
    primary key (industry, city, engine, prompt_version, day)
) with (fillfactor = 70);
create index on insight.outcome_day (day);

-- One call of an outside service.
create table insight.call (
    id uuid primary key,
    day date not null,
    service text not null,
    task text not null,
    model text not null,
    ending text not null,
    millis int not null
);

create table insight.call_day (
    service text not null,
    task text not null,
    model text not null,
    day date not null,
    calls bigint not null,
    succeeded bigint not null,
    input_tokens bigint not null,
    cache_write_tokens bigint not null,
    cache_read_tokens bigint not null,
    output_tokens bigint not null,
    micro_usd bigint not null,
    cost_krw bigint not null,
    millis_sum bigint not null,
    classes bigint[] not null,
    primary key (service, task, model, day)
) with (fillfactor = 70);
create index on insight.call_day (day);

-- Requests that took longer than anybody should wait. route holds no ids.
create table insight.slow_request (
    id uuid primary key,
    at timestamptz not null,
    method text not null,
    route text not null,
    status int not null,
    millis int not null
);
create index on insight.slow_request (at desc);
