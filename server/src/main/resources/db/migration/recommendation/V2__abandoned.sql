-- When a recommendation was found lying, neither chosen from nor turned down.
alter table recommendation.recommendation add column abandoned_at timestamptz;

create index recommendation_undecided on recommendation.recommendation (created_at)
    where chosen_at is null and rejected_at is null and abandoned_at is null;
