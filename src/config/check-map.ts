import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { checkAlerts, checkAudit } from './audit-map.ts'
import { parseColumnType } from './column-type.ts'
import type { Config, Endpoint, MappedColumn, MappedTable, NamedKey } from './config.ts'
import { checkControl, isLoopback, parseEndpoint, parseUpstream, plainText } from './connection-url.ts'
import { parseDuration } from './duration.ts'
import { clientTls, loginTermination } from './login-rules.ts'
import type { MapPath } from './map-problem.ts'
import type { RawColumn, RawMap, RawNamedKey, RawTable } from './map-schema.ts'
import { didYouMean } from './nearest-name.ts'
import { normalizeProblems } from './normalize.ts'
import { orderProblems } from './order-search.ts'
import { checkRecord } from './record-template.ts'
import { checkReads, checkRoles, checkTokens, type MaskProblem } from './roles.ts'
import { dottedName, fitsName, maxNameBytes, parseTableName } from './table-name.ts'
import { checkTenantKeys, tenantColumn } from './tenants.ts'
import { checkTransit } from './transit.ts'

export type CheckOptions = {
  /** Path of the map: relative key files begin at its folder. */
  readonly file: string
  /** The operator said on the command line that keys everybody knows are wanted. */
  readonly allowInsecureTestKey: boolean
  /** Masks are held against their columns' types by whoever knows the types. */
  readonly maskProblem?: MaskProblem | undefined
}

type Refuse = (path: MapPath, problem: string) => void

const defaultCache = { maxAge: '5m', maxUses: 2 ** 28, maxBytes: 2 ** 36 }
const systemColumns = ['tableoid', 'cmax', 'xmax', 'cmin', 'xmin', 'ctid']

/** Checks what one key of the map means for another, and fills in what was left out. Every problem goes to `refuse`. */
export function checkMap(map: RawMap, options: CheckOptions, refuse: Refuse): Config {
  const listen = taken(parseEndpoint(map.listen), ['listen'], refuse) ?? { host: '', port: 0 }
  const absolute = (file: string): string => resolve(dirname(options.file), file)
  const upstream = taken(parseUpstream(map.upstream, absolute), ['upstream'], refuse)
  const control = taken(checkControl(map.control, absolute), ['control'], refuse)
  if (upstream !== undefined && control !== undefined && upstream.database !== control.database) {
    refuse(['control'], 'must name the same database as upstream')
  }
  for (const [index, database] of map.passthroughDatabases.entries()) {
    if (database === upstream?.database) {
      refuse(['passthroughDatabases', index], 'names the database of upstream, which is not served unchanged')
    }
  }
  if (map.prove && map.mode !== 'encrypt-only') refuse(['prove'], 'applies to mode: encrypt-only')
  if (!map.probe && map.mode !== 'encrypt-only') refuse(['probe'], 'applies to mode: encrypt-only')
  if (!map.probe && map.prove) refuse(['probe'], 'prove: true cannot be met without the probe')

  if (map.workers > 1) {
    for (const key of ['audit', 'alerts'] as const) {
      if (map[key] !== undefined) refuse([key], 'one process writes and counts, so it needs workers: 1')
    }
  }
  if (map.workers > 1 && map.limits.connectionsPerUser !== undefined) {
    refuse(['limits', 'connectionsPerUser'], 'one process counts, so it needs workers: 1')
  }
  const keys = new Map<string, NamedKey>()
  for (const [name, raw] of Object.entries(map.keys)) {
    const path = ['keys', name]
    if (!/^[\w.-]{1,63}$/.test(name)) refuse(path, 'a key has a name of letters, digits, ".", "_" and "-"')
    if (raw.kms === 'insecure-test-key') {
      if (!options.allowInsecureTestKey) {
        refuse([...path, 'kms'], 'insecure-test-key protects nothing: it needs the flag --insecure-test-key')
      } else if (upstream !== undefined && !isLoopback(upstream.host)) {
        refuse([...path, 'kms'], 'insecure-test-key needs an upstream on loopback')
      }
    }
    if (map.prove && raw.kms !== 'aws' && raw.kms !== 'transit') {
      refuse(
        [...path, 'kms'],
        `prove: true cannot be met, ${raw.kms} keys do not keep the rights to seal and open apart`,
      )
    }
    keys.set(name, namedKey(name, raw, map.prove, options, refuse))
  }

  const tables = checkTables(map, keys, options, refuse)
  if (Object.keys(map.tables).length === 0 && !map.passthrough) {
    refuse(['tables'], 'the map names no table; passthrough: true lets it start like this')
  }
  if (map.audit !== undefined && Object.keys(map.tables).length === 0) {
    refuse(['audit'], 'the map names no table, so there is nothing to audit')
  }
  return {
    listen,
    upstream: upstream ?? { host: '', port: 0, database: '', tls: plainText },
    control: control?.url ?? '',
    mode: map.mode,
    prove: map.prove,
    probe: map.probe,
    passthrough: map.passthrough,
    passthroughDatabases: map.passthroughDatabases,
    http: httpEndpoint(map.http, refuse),
    workers: map.workers,
    timeouts: {
      loginMs: milliseconds(map.timeouts.login, ['timeouts', 'login'], refuse),
      drainMs: milliseconds(map.timeouts.drain, ['timeouts', 'drain'], refuse),
    },
    limits: { ...map.limits, connectionsPerUser: map.limits.connectionsPerUser },
    log: {
      level: map.log.level,
      connections: map.log.connections,
      slowMs:
        map.log.slowStatements === undefined
          ? undefined
          : milliseconds(map.log.slowStatements, ['log', 'slowStatements'], refuse),
    },
    tls: clientTls(map, absolute, refuse),
    auth: loginTermination(map, absolute, refuse),
    keys,
    tables,
    roles: checkRoles(map, tables, options.maskProblem, refuse),
    audit: map.audit === undefined ? undefined : checkAudit(map.audit, options.file, macMakers(keys), refuse),
    alerts: map.alerts === undefined ? undefined : checkAlerts(map.alerts, labelsOf(tables), refuse),
  }
}

/** Timers take no more than 2^31 milliseconds: a longer time would be none. */
function milliseconds(text: string, path: MapPath, refuse: Refuse): number {
  const parsed = parseDuration(text)
  if (parsed !== undefined && parsed < 2 ** 31) return parsed
  refuse(path, 'expected a duration such as 30s, 5m or 1h')
  return 0
}

/** A port alone is on loopback: what it answers is not for everybody. */
function httpEndpoint(http: RawMap['http'], refuse: Refuse): Endpoint | undefined {
  if (http === undefined) return undefined
  const written = typeof http === 'number' || /^\d+$/.test(http) ? `127.0.0.1:${http}` : http
  return taken(parseEndpoint(written), ['http'], refuse)
}

/** Named keys, and whether the provider of each makes MACs by a key that it holds. */
function macMakers(keys: ReadonlyMap<string, NamedKey>): Map<string, { readonly makesMacs: boolean }> {
  const makesMacs = ({ kms, indexKeyId }: NamedKey): boolean =>
    kms === 'local' || kms === 'insecure-test-key' || indexKeyId !== undefined
  return new Map([...keys].map(([name, key]) => [name, { makesMacs: makesMacs(key) }]))
}

function labelsOf(tables: readonly MappedTable[]): Set<string> {
  return new Set(tables.flatMap(({ columns }) => columns.map(({ label }) => label)))
}

function namedKey(name: string, raw: RawNamedKey, prove: boolean, options: CheckOptions, refuse: Refuse): NamedKey {
  const path = ['keys', name]
  const aws = raw.kms === 'aws' ? raw : undefined
  const service = raw.kms === 'aws' || raw.kms === 'transit' ? raw : undefined
  const cacheGiven = raw.kms === 'insecure-test-key' ? undefined : raw.cache
  const dataKeys = raw.kms === 'insecure-test-key' ? 'per-row' : raw.dataKeys
  const context = raw.kms === 'insecure-test-key' ? {} : raw.context
  if (cacheGiven !== undefined && dataKeys !== 'branch') refuse([...path, 'cache'], 'applies to dataKeys: branch')
  for (const pair of Object.keys(context)) {
    if (/^(pgseal|aws):/.test(pair))
      refuse([...path, 'context', pair], 'names that begin with pgseal: or aws: are reserved')
  }
  if (
    aws?.endpoint !== undefined &&
    !/^https?:$/.test(URL.canParse(aws.endpoint) ? new URL(aws.endpoint).protocol : '')
  ) {
    refuse([...path, 'endpoint'], 'expected an http or https URL')
  }
  const { maxAge, maxUses, maxBytes } = cacheGiven ?? defaultCache
  const maxAgeMs = parseDuration(maxAge)
  if (maxAgeMs === undefined) refuse([...path, 'cache', 'maxAge'], 'expected a duration such as 30s, 5m or 1h')
  return {
    name,
    kms: raw.kms,
    keyId: service?.keyId,
    previousKeyIds: service?.previousKeyIds ?? [],
    indexKeyId: service?.indexKeyId,
    region: aws?.region,
    endpoint: aws?.endpoint,
    transit: raw.kms === 'transit' ? checkTransit(raw, dirname(options.file), path, refuse) : undefined,
    keyFile: raw.kms === 'local' ? resolve(dirname(options.file), raw.keyFile) : undefined,
    dataKeys,
    context,
    tenants:
      aws?.tenants === undefined
        ? undefined
        : checkTenantKeys(aws.tenants, [aws.keyId, ...aws.previousKeyIds], prove, [...path, 'tenants'], refuse),
    cache: { maxAgeMs: maxAgeMs ?? 0, maxUses, maxBytes },
  }
}

function checkTables(
  map: RawMap,
  keys: ReadonlyMap<string, NamedKey>,
  options: CheckOptions,
  refuse: Refuse,
): MappedTable[] {
  const tables: MappedTable[] = []
  const places = new Map<MappedColumn, MapPath>()
  for (const [written, raw] of Object.entries(map.tables)) {
    const path = ['tables', written]
    const name = taken(parseTableName(written), path, refuse)
    if (name === undefined) continue
    const mapName = dottedName(name.schema, name.name)
    if (tables.some((table) => table.mapName === mapName)) refuse(path, 'the table is given twice')
    const columns = Object.entries(raw.columns).map(([columnName, rawColumn]) => {
      const columnPath = [...path, 'columns', columnName]
      const label = rawColumn.label ?? dottedName(name.schema, name.name, columnName)
      const column = mappedColumn(columnName, label, rawColumn, columnPath, map, keys, options, refuse)
      places.set(column, columnPath)
      return column
    })
    if (columns.length === 0) refuse([...path, 'columns'], 'the table names no column')
    const record =
      raw.record === undefined
        ? undefined
        : checkRecord(raw.record, Object.keys(raw.columns), [...path, 'record'], refuse)
    const tenant = tenantColumn(raw.tenant, columns, keys, path, refuse)
    const table: MappedTable = {
      schema: name.schema,
      name: name.name,
      mapName,
      allowShadow: raw.allowShadow,
      record,
      tenant,
      rebind: rebindOf(raw, path, refuse),
      columns,
    }
    checkTokens(table, keys, path, refuse)
    tables.push(table)
  }
  checkLabels(places, refuse)
  checkIndexGroups(places, refuse)
  return tables
}

function rebindOf({ record, tenant }: RawTable, path: MapPath, refuse: Refuse): boolean {
  const rebinds = (given: RawTable['record' | 'tenant']): boolean => typeof given === 'object' && given.rebind
  if (record !== undefined && rebinds(tenant)) {
    refuse([...path, 'tenant', 'rebind'], 'the table has a record: rebind below it counts for both')
  }
  return rebinds(record) || rebinds(tenant)
}

function mappedColumn(
  name: string,
  label: string,
  raw: RawColumn,
  path: MapPath,
  map: RawMap,
  keys: ReadonlyMap<string, NamedKey>,
  options: CheckOptions,
  refuse: Refuse,
): MappedColumn {
  if (!fitsName(name)) refuse(path, `a name has 1 to ${maxNameBytes} bytes and no NUL`)
  if (systemColumns.includes(name)) refuse(path, 'a system column cannot be sealed')
  if (label.includes('\0')) refuse([...path, 'label'], 'must not hold a NUL')
  const type = taken(parseColumnType(raw.type), [...path, 'type'], refuse) ?? { type: '', typmod: -1 }
  const key = keys.get(raw.key)
  if (key === undefined) {
    refuse(
      [...path, 'key'],
      raw.key === 'default'
        ? 'no key "default" below keys, which serves columns without key:'
        : `no key "${raw.key}" below keys${didYouMean(raw.key, keys.keys())}`,
    )
  }
  const equality = raw.search.includes('equality')
  if (new Set(raw.search).size < raw.search.length) refuse([...path, 'search'], 'names the same search twice')
  if (equality && type.type === 'json') {
    refuse([...path, 'search'], 'type "json" has no equality; jsonb has')
  }
  for (const problem of normalizeProblems(raw, type)) refuse([...path, 'normalize'], problem)
  for (const [key, problem] of orderProblems(raw, type)) refuse([...path, key], problem)
  if (raw.search.length > 0 && map.mode === 'encrypt-only' && hasRights(key) && key?.indexKeyId === undefined) {
    refuse([...path, 'search'], `mode: encrypt-only needs indexKeyId on key "${raw.key}" to search without opening`)
  }
  if (raw.indexGroup !== undefined && raw.search.length === 0)
    refuse([...path, 'indexGroup'], 'applies to columns with search: [equality] or [order]')
  return {
    name,
    label,
    labelTag: createHash('sha256').update(label).digest().readUInt32BE(0),
    type: type.type,
    typmod: type.typmod,
    namedKey: raw.key,
    search: raw.search,
    normalize: raw.normalize,
    indexGroup: raw.indexGroup,
    pad: raw.pad ?? 0,
    reads: checkReads(raw, type, map.mode, [...path, 'reads'], options.maskProblem, refuse),
    ...(raw.online ? { online: true as const } : {}),
    ...(raw.unseal ? { unseal: true as const } : {}),
  }
}

/** The kinds of keys that keep the rights to seal and to open apart. */
function hasRights(key: NamedKey | undefined): boolean {
  return key?.kms === 'aws' || key?.kms === 'transit'
}

// A label is what binds a value to its column, and its tag is what an envelope holds of it: both must tell columns apart.
function checkLabels(places: ReadonlyMap<MappedColumn, MapPath>, refuse: Refuse): void {
  const byTag = new Map<number, MappedColumn>()
  for (const [column, path] of places) {
    const other = byTag.get(column.labelTag)
    if (other === undefined) byTag.set(column.labelTag, column)
    else if (other.label === column.label) refuse(path, `label "${column.label}" is used by two columns`)
    else refuse(path, `label "${column.label}" has the tag of label "${other.label}"; give one of them another label`)
  }
}

// A column without a group has its label for one, so the two kinds of names must not meet.
function checkIndexGroups(places: ReadonlyMap<MappedColumn, MapPath>, refuse: Refuse): void {
  const first = new Map<string, MappedColumn>()
  const labels = new Set([...places.keys()].map((column) => column.label))
  for (const [column, path] of places) {
    const group = column.indexGroup
    if (group === undefined) continue
    const groupPath = [...path, 'indexGroup']
    const other = first.get(group)
    if (labels.has(group)) refuse(groupPath, `"${group}" is the label of a column; give the group another name`)
    if (other === undefined) first.set(group, column)
    else if (other.type !== column.type) {
      refuse(
        groupPath,
        `columns of index group "${group}" must have one type, not "${other.type}" and "${column.type}"`,
      )
    } else if (other.namedKey !== column.namedKey) {
      refuse(
        groupPath,
        `columns of index group "${group}" must have one key, not "${other.namedKey}" and "${column.namedKey}"`,
      )
    }
  }
}

function taken<T extends object>(
  result: T | { readonly problem: string },
  path: MapPath,
  refuse: Refuse,
): T | undefined {
  if (!('problem' in result)) return result
  refuse(path, result.problem)
  return undefined
}
