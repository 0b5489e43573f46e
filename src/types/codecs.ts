import { PgsealError } from '../errors.ts'
import { sqlName } from './binary-form.ts'
import { bool } from './bool.ts'
import { bytea } from './bytea.ts'
import type { TypeCodec } from './codec.ts'
import { float4, float8 } from './float.ts'
import { int2, int4, int8 } from './integer.ts'
import { json } from './json.ts'
import { jsonb } from './jsonb.ts'
import type { LogicalTypeName } from './logical-type.ts'
import { numeric } from './numeric.ts'
import { bpchar, text, varchar } from './text.ts'
import { uuid } from './uuid.ts'

function notBuilt(name: LogicalTypeName): TypeCodec {
  const refuse = (): never => {
    throw new PgsealError('datetimeSpelling', { type: sqlName[name], why: 'The type is not built yet.' })
  }
  return { fromText: refuse, fromBinary: refuse, toText: refuse, toBinary: refuse, comparisonForm: refuse }
}

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
  date: notBuilt('date'),
  time: notBuilt('time'),
  timestamp: notBuilt('timestamp'),
  timestamptz: notBuilt('timestamptz'),
  interval: notBuilt('interval'),
  numeric,
  uuid,
  jsonb,
}
