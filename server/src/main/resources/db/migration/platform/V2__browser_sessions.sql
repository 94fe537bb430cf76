-- A session is one row with all of its content. The two tables of Spring Session that it replaces
-- go with the next release, when no older instance reads them; whoever was signed in signs in once
-- more.
create table platform.browser_session (
    id text primary key,
    account text,
    content bytea not null,
    ends_at timestamptz not null
);
create index on platform.browser_session (account);
create index on platform.browser_session (ends_at);
