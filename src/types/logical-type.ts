// The logical types: what clients see. Numbers are those of pg_type (pitfall B33).

export type LogicalTypeName =
  | 'bool'
  | 'bytea'
  | 'int8'
  | 'int2'
  | 'int4'
  | 'text'
  | 'json'
  | 'float4'
  | 'float8'
  | 'bpchar'
  | 'varchar'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'timestamptz'
  | 'interval'
  | 'numeric'
  | 'uuid'
  | 'jsonb'
  | 'inet'
  | 'cidr'

/** A type with its modifier as in pg_attribute.atttypmod; -1 is none. varchar(n), char(n): n + 4; numeric(p,s): (p << 16 | s & 0x7ff) + 4. */
export type LogicalType = { readonly name: LogicalTypeName; readonly typmod: number }

export type TypeNumbers = { readonly oid: number; readonly arrayOid: number; readonly typlen: number }

export const typeNumbers: Readonly<Record<LogicalTypeName, TypeNumbers>> = {
  bool: { oid: 16, arrayOid: 1000, typlen: 1 },
  bytea: { oid: 17, arrayOid: 1001, typlen: -1 },
  int8: { oid: 20, arrayOid: 1016, typlen: 8 },
  int2: { oid: 21, arrayOid: 1005, typlen: 2 },
  int4: { oid: 23, arrayOid: 1007, typlen: 4 },
  text: { oid: 25, arrayOid: 1009, typlen: -1 },
  json: { oid: 114, arrayOid: 199, typlen: -1 },
  float4: { oid: 700, arrayOid: 1021, typlen: 4 },
  float8: { oid: 701, arrayOid: 1022, typlen: 8 },
  bpchar: { oid: 1042, arrayOid: 1014, typlen: -1 },
  varchar: { oid: 1043, arrayOid: 1015, typlen: -1 },
  date: { oid: 1082, arrayOid: 1182, typlen: 4 },
  time: { oid: 1083, arrayOid: 1183, typlen: 8 },
  timestamp: { oid: 1114, arrayOid: 1115, typlen: 8 },
  timestamptz: { oid: 1184, arrayOid: 1185, typlen: 8 },
  interval: { oid: 1186, arrayOid: 1187, typlen: 16 },
  numeric: { oid: 1700, arrayOid: 1231, typlen: -1 },
  uuid: { oid: 2950, arrayOid: 2951, typlen: 16 },
  jsonb: { oid: 3802, arrayOid: 3807, typlen: -1 },
  inet: { oid: 869, arrayOid: 1041, typlen: -1 },
  cidr: { oid: 650, arrayOid: 651, typlen: -1 },
}

const byOid = new Map<number, LogicalTypeName>(
  (Object.keys(typeNumbers) as LogicalTypeName[]).map((name) => [typeNumbers[name].oid, name]),
)
const byArrayOid = new Map<number, LogicalTypeName>(
  (Object.keys(typeNumbers) as LogicalTypeName[]).map((name) => [typeNumbers[name].arrayOid, name]),
)

/** The logical type of a pg_type OID; undefined for every other type. */
export function logicalTypeOfOid(oid: number): LogicalTypeName | undefined {
  return byOid.get(oid)
}

/** The element type of an array type's OID; undefined for every other type. */
export function elementTypeOfArrayOid(oid: number): LogicalTypeName | undefined {
  return byArrayOid.get(oid)
}
