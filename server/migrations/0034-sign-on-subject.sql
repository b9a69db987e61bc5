-- Who the operator's identity provider means: issuer and subject, bound to one account at its first single sign-on. No other claim
-- identifies a person (OpenID Connect Core 1.0, 5.7): names change hands.
create unique index account_provider_subject on auth."account" ("providerId", "accountId");
create unique index account_provider_user on auth."account" ("providerId", "userId");
