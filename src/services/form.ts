import { z } from "zod";
import {
  installTypes,
  loads,
  type Machine,
  noMachine,
  noSoftware,
  providerTypes,
  registrations,
  type ServiceContent,
  type ServiceSoftware,
  serverTypes,
  serviceStatuses,
} from "./service.ts";

const text = z.string().nullable().default(null);
const day = z.iso.date().nullable().default(null);
const raw = z.record(z.string(), z.string()).default({});

const SoftwareShape = z.object({
  name: text,
  website: text,
  license: text,
  licenseUrl: text,
  version: text,
  sourceUrl: text,
  modules: z.array(z.string()).readonly().default([]),
}) satisfies z.ZodType<ServiceSoftware>;

const MachineShape = z.object({
  name: text,
  description: text,
  server: z.enum(serverTypes).nullable().default(null),
  distribution: text,
  provider: z.enum(providerTypes).nullable().default(null),
  hypervisor: text,
  countryName: text,
  country: text,
}) satisfies z.ZodType<Machine>;

/** The service as the database keeps it; what an import leaves out gets its default. */
export const StoredService = z.object({
  name: z.string().trim().min(1),
  description: text,
  website: text,
  logo: text,
  legalUrl: text,
  technicalGuide: text,
  userGuide: text,
  contactUrl: text,
  contactEmail: text,
  started: day,
  ended: day,
  status: z.enum(serviceStatuses).nullable().default(null),
  statusNote: text,
  registration: z.array(z.enum(registrations)).readonly().default([]),
  load: z.enum(loads).nullable().default(null),
  install: z.enum(installTypes).nullable().default(null),
  software: SoftwareShape.default(noSoftware),
  machine: MachineShape.default(noMachine),
  metrics: raw,
  extra: raw,
}) satisfies z.ZodType<ServiceContent>;
