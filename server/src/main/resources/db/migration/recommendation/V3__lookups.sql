-- An outcome looks for the answer its event was chosen from; experiments ask for the last weeks.
create index recommendation_of_event on recommendation.recommendation (event_id) where event_id is not null;
create index recommendation_by_time on recommendation.recommendation (created_at);
