-- The security administrator looks at the screens of a post (ADR 0015). It hangs on the session, so it ends with it at the latest.
alter table auth."session"
  add column "viewingPost" text,
  add column "viewingUntil" timestamptz,
  add constraint session_viewing_whole check (("viewingPost" is null) = ("viewingUntil" is null));
