-- The sums of the days of a month, for questions about a whole year: day is the first of the month.
create table insight.answer_month (like insight.answer_day including all) with (fillfactor = 70);
create table insight.outcome_month (like insight.outcome_day including all) with (fillfactor = 70);
create table insight.call_month (like insight.call_day including all) with (fillfactor = 70);

create aggregate insight.total(bigint[]) (sfunc = insight.plus, stype = bigint[], initcond = '{}');

insert into insight.answer_month
select industry, city, engine, prompt_version, date_trunc('month', day)::date, sum(answers),
    sum(failed), sum(hits), sum(joined), sum(degraded), sum(rate_limited), sum(slow), sum(chosen),
    sum(edited), sum(regenerated), sum(abandoned), sum(millis_sum), sum(cost_krw), sum(saved_krw),
    insight.total(classes)
from insight.answer_day group by 1, 2, 3, 4, 5;

insert into insight.outcome_month
select industry, city, engine, prompt_version, date_trunc('month', day)::date, sum(outcomes),
    sum(zero_roi), sum(roi_close), sum(roi_within), sum(participants_within),
    insight.total(classes)
from insight.outcome_day group by 1, 2, 3, 4, 5;

insert into insight.call_month
select service, task, model, date_trunc('month', day)::date, sum(calls), sum(succeeded),
    sum(input_tokens), sum(cache_write_tokens), sum(cache_read_tokens), sum(output_tokens),
    sum(micro_usd), sum(cost_krw), sum(millis_sum), insight.total(classes)
from insight.call_day group by 1, 2, 3, 4;

drop aggregate insight.total(bigint[]);
