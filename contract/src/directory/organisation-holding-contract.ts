import { capabilityKinds, factLevels } from '@zhitong/domain/directory/organisation-fact';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate } from '../values.ts';

const line = (longest: number) => z.string().max(longest).nullable().default(null);
const date = isoDate.nullable().default(null);

/** Beside every change: of which page it was read from, and where it comes from. What a firm enters is its own word. */
const told = {
  /** of the organisation's page: who saves an older one is refused */
  version: z.number().int().min(1),
  why: z.string().trim().max(300).optional(),
  source: z.string().trim().min(1).max(120).optional(),
  asOf: isoDate.optional(),
  level: z.enum(factLevels).optional(),
};
const saved = z.object({ version: z.number().int() });
const ended = z.object({ version: told.version, why: told.why });

const capability = { kind: z.enum(capabilityKinds), name: z.string().max(120), detail: line(200) };
const certificate = {
  ...{ name: z.string().max(120), number: line(60), issuer: line(120) },
  ...{ validFrom: date, validUntil: date },
};
const membership = {
  /** basis points; null: not known */
  share: z.number().int().min(0).max(10_000).nullable().default(null),
  ...{ from: date, to: date },
};

export const addCapability = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/capabilities',
  tag: 'directory',
  summary: 'Enter a machine, a process or a capacity',
  status: 201,
  params: idParams,
  body: z.object({ ...capability, ...told }),
  reply: saved,
});

export const changeCapability = endpoint({
  method: 'PUT',
  path: '/api/capabilities/:id',
  tag: 'directory',
  summary: 'Change a capability; what stood there is kept in the history',
  status: 200,
  params: idParams,
  body: z.object({ ...capability, ...told }),
  reply: saved,
});

export const endCapability = endpoint({
  method: 'POST',
  path: '/api/capabilities/:id/ending',
  tag: 'directory',
  summary: 'The organisation no longer has it',
  status: 200,
  params: idParams,
  body: ended,
  reply: saved,
});

export const addCertificate = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/certificates',
  tag: 'directory',
  summary: 'Enter a certificate with its number and until when it is valid',
  status: 201,
  params: idParams,
  body: z.object({ ...certificate, ...told }),
  reply: saved,
});

export const changeCertificate = endpoint({
  method: 'PUT',
  path: '/api/certificates/:id',
  tag: 'directory',
  summary: 'Change a certificate; what stood there is kept in the history',
  status: 200,
  params: idParams,
  body: z.object({ ...certificate, ...told }),
  reply: saved,
});

export const endCertificate = endpoint({
  method: 'POST',
  path: '/api/certificates/:id/ending',
  tag: 'directory',
  summary: 'The organisation no longer holds it',
  status: 200,
  params: idParams,
  body: ended,
  reply: saved,
});

export const addMember = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/members',
  tag: 'directory',
  summary: 'An organisation becomes a member of this alliance, with its share and since when',
  status: 201,
  params: idParams,
  body: z.object({ memberId: id, ...membership, ...told }),
  reply: saved,
});

export const changeMembership = endpoint({
  method: 'PUT',
  path: '/api/memberships/:id',
  tag: 'directory',
  summary: 'Correct share and days of a membership; what stood there is kept in the history',
  status: 200,
  params: idParams,
  body: z.object({ ...membership, ...told }),
  reply: saved,
});

export const endMembership = endpoint({
  method: 'POST',
  path: '/api/memberships/:id/ending',
  tag: 'directory',
  summary: 'The member leaves the alliance on a day; the membership stays to be read',
  status: 200,
  params: idParams,
  body: z.object({
    /** of the alliance's page; a member that leaves by itself need not have read it */
    version: told.version.optional(),
    /** the first day on which it is no longer a member */
    on: isoDate,
    why: told.why,
  }),
  reply: saved,
});

export const addFormerName = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/former-names',
  tag: 'directory',
  summary: 'What it was called in an earlier stretch of days; found by search from now on',
  status: 201,
  params: idParams,
  body: z.object({ name: z.string().max(120), from: date, until: isoDate, ...told }),
  reply: saved,
});

export const takeBackFormerName = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/former-names/removal',
  tag: 'directory',
  summary: 'Take back a former name that was entered by hand; the history keeps what stood there',
  status: 200,
  params: idParams,
  /** `until` tells the stretches of one organisation apart */
  body: z.object({ until: isoDate, version: told.version, why: told.why }),
  reply: saved,
});
