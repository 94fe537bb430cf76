-- For counting a day again.
create index answer_of_day on insight.answer (day);
