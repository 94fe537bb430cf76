create schema if not exists experiment;

-- Shipped versions (v1, ...) have their text in the program; operators' versions hold it here.
create table experiment.prompt_version (
    version text primary key,
    based_on text,
    system_text text,
    note text not null default '',
    status text not null check (status in ('draft', 'active', 'retired')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create sequence experiment.prompt_number;

-- One prompt serves everybody outside experiments.
create unique index one_active_prompt on experiment.prompt_version (status) where status = 'active';

-- What was promoted beyond the prompt; no row: the configured model writes.
create table experiment.promoted_writer (
    id boolean primary key default true check (id),
    kind text not null check (kind in ('model', 'planner')),
    model text,
    promoted_at timestamptz not null
);

create table experiment.experiment (
    id uuid primary key,
    name text not null,
    hypothesis text not null,
    measure text not null,
    window_days int not null check (window_days between 1 and 60),
    status text not null check (status in ('draft', 'running', 'stopped', 'promoted')),
    promoted_arm text,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz
);

-- Shops are few, and two experiments at once would blur each other.
create unique index one_running_experiment on experiment.experiment (status) where status = 'running';

create table experiment.arm (
    experiment_id uuid not null references experiment.experiment on delete cascade,
    key text not null,
    kind text not null check (kind in ('model', 'planner')),
    prompt_version text,
    model text,
    primary key (experiment_id, key)
);

-- Which shop is in which arm, for good. A subject is a digest and names nobody.
create table experiment.assignment (
    experiment_id uuid not null references experiment.experiment on delete cascade,
    subject uuid not null,
    arm text not null,
    assigned_at timestamptz not null,
    -- When the shop first saw a plan of its arm; null while it has seen none.
    exposed_at timestamptz,
    primary key (experiment_id, subject)
);

-- What a shop was shown while in an experiment, and what came of it.
create table experiment.answer (
    id uuid primary key,
    experiment_id uuid not null,
    subject uuid not null,
    shown_at timestamptz not null,
    millis bigint not null,
    cost_krw bigint not null,
    degraded boolean not null,
    chosen_at timestamptz,
    regenerated_at timestamptz,
    outcome_at timestamptz,
    predicted_roi int,
    actual_roi int,
    foreign key (experiment_id, subject) references experiment.assignment on delete cascade
);

create index answer_of_subject on experiment.answer (experiment_id, subject, shown_at);
