import { bool } from './bool.ts'
import { bytea } from './bytea.ts'
import type { TypeCodec } from './codec.ts'
import { date } from './date.ts'
import { float4, float8 } from './float.ts'
import { int2, int4, int8 } from './integer.ts'
import { interval } from './interval.ts'
import { json } from './json.ts'
import { jsonb } from './jsonb.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { cidr, inet } from './network.ts'
import { numeric } from './numeric.ts'
import { bpchar, text, varchar } from './text.ts'
import { time } from './time.ts'
import { timestamp, timestamptz } from './timestamp.ts'
import { uuid } from './uuid.ts'

/** The codec of each logical type. */
export const codecs: Readonly<Record<LogicalTypeName, TypeCodec>> = {
  bool,
  bytea,
  int8,
  int2,
  int4,
  text,
  json,
  float4,
  float8,
  bpchar,
  varchar,
  date,
  time,
  timestamp,
  timestamptz,
  interval,
  numeric,
  uuid,
  jsonb,
  inet,
  cidr,
}
